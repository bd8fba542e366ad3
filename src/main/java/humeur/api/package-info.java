/** The contract: requests in, answers out, and the thin adapters that carry both over Funqy, Vert.x and Azure's worker. */
package humeur.api;
