package humeur.onnx;

import humeur.sentiment.Explanation.Contribution;
import humeur.text.Word;
import java.util.ArrayList;
import java.util.List;

/** Puts each word's share beside the piece of the raw text that it stands for, with offsets in code points. */
final class Contributions {
    private Contributions() {}

    /** The words have to be in the order of the text; one pass over it. */
    static List<Contribution> of(String text, List<Word> words, float[] logOdds) {
        List<Contribution> contributions = new ArrayList<>(words.size());
        int unit = 0;
        int codePoint = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            int start = codePoint + text.codePointCount(unit, word.start());
            int end = start + text.codePointCount(word.start(), word.end());
            contributions.add(new Contribution(text.substring(word.start(), word.end()), start, end, logOdds[i]));
            unit = word.start();
            codePoint = start;
        }
        return contributions;
    }
}
