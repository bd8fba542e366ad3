/** What the service tells of its work, to whom. Never holds a user's text, nor anything from which it could be told. */
package humeur.telemetry;
