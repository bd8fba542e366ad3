package humeur.text;

/**
 * A token of the word models and the place in the raw text that it stands for.
 *
 * @param text lower-cased, never empty, without white space, inside the Basic Multilingual Plane
 * @param start UTF-16 index in the raw text, inclusive
 * @param end UTF-16 index in the raw text, exclusive
 */
public record Word(String text, int start, int end) {}
