package humeur.benchmark.load;

/** One line of the results: a candidate under so many callers. */
public record LoadKey(String candidate, int callers) {
    LoadKey of(String otherCandidate) {
        return new LoadKey(otherCandidate, callers);
    }
}
