package humeur.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers see of a sentiment: these values are the contract's. */
class SentimentTest {
    @ParameterizedTest
    @CsvSource({"NEGATIVE, 0, Negative", "POSITIVE, 1, Positive"})
    void has_the_number_and_the_label_of_the_contract(Sentiment sentiment, int number, String label) {
        assertThat(sentiment.number()).isEqualTo(number);
        assertThat(sentiment.label()).isEqualTo(label);
    }
}
