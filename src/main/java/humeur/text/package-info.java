/** From a raw text to what the models read: pure functions, without state, shared by training and serving. */
package humeur.text;
