/** Labelled texts: read from CSV files, cleaned, deduplicated and split. */
package humeur.training.data;
