package humeur.training.evaluation;

import java.util.List;

/** Texts that no data set holds but callers send. */
public final class OddTexts {
    public static final List<String> ALL = List.of(
            "",
            " ",
            "\u00a0\u2003\n\t",
            "good",
            "!",
            "a b",
            "😀",
            "😀😀😀 🏳️‍🌈 👩‍👩‍👧‍👦 👍🏽",
            "I ❤️ this so much 😍😍",
            "nul \0 inside\0",
            "\0",
            "lone \ud83d high",
            "lone \ude00 low",
            "\ud83d",
            "reversed \ude00\ud83d pair",
            "\ufffd\ufffe\uffff",
            "我很喜欢这个,非常好!",
            "とても悲しい。",
            "정말 좋아요",
            "أنا سعيد جدا اليوم",
            "אני עצוב היום",
            "mixed \u202eright to left\u202c text",
            "e\u0301 and é, ﬁne and fine, İstanbul ıI",
            "𝒢𝑜𝑜𝒹 𝓂𝑜𝓇𝓃𝒾𝓃𝑔",
            "@bob https://example.org/a?b=c &amp; &lt;3 &#128512; &nbsp;",
            "USER URL user url",
            "don't can't won't isn't",
            "sooooooo haaaaappy!!!!!!!!!!!!",
            ":) :( ;-) =D :/ <3 </3",
            "#hashtag #2 # ##",
            "zero\u200bwidth\u200djoiner\ufeff",
            "line\r\nbreaks\u2028and\u2029more\u0085",
            "a".repeat(10_000),
            "good bad ".repeat(1_112).substring(0, 10_000),
            "! ".repeat(5_000),
            "愛".repeat(10_000),
            "😀".repeat(5_000),
            "\ud83d".repeat(10_000));

    private OddTexts() {}
}
