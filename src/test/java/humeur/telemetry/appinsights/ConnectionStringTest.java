package humeur.telemetry.appinsights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionStringTest {
    private static final String KEY = "InstrumentationKey=00000000-1111-2222-3333-444444444444";

    @ParameterizedTest
    @CsvSource({
        ";IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/, https://westeurope-1.in.applicationinsights.azure.com/v2.1/track",
        ";ingestionendpoint = http://127.0.0.1:80;LiveEndpoint=https://x, http://127.0.0.1:80/v2.1/track",
        ";EndpointSuffix=applicationinsights.us;Location=virginia, https://virginia.dc.applicationinsights.us/v2.1/track",
        ";, https://dc.services.visualstudio.com/v2.1/track"
    })
    void namesTheEndpoint(String rest, String track) throws Exception {
        ConnectionString parsed = ConnectionString.parse(KEY + rest);
        assertThat(parsed.track()).hasToString(track);
        assertThat(parsed.instrumentationKey()).isEqualTo("00000000-1111-2222-3333-444444444444");
        assertThat(parsed.toString()).doesNotContain("444444444444");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "InstrumentationKey=",
                "InstrumentationKey=secret",
                "IngestionEndpoint=https://example.com",
                KEY + ";IngestionEndpoint=ftp://example.com",
                KEY + ";IngestionEndpoint=https://",
                KEY + ";IngestionEndpoint=not a url"
            })
    void saysWhatIsWrongAndWhereToGetARightOneWithoutRepeatingIt(String value) {
        assertThatThrownBy(() -> ConnectionString.parse(value))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageContaining("Azure portal")
                .hasMessageNotContaining("secret");
    }

    @Test
    void leavesSecondsAndDatesToRetryAfter() {
        assertThat(RetryAfter.parse("3"))
                .hasValueSatisfying(wait -> assertThat(wait).hasSeconds(3));
        assertThat(RetryAfter.parse("Fri, 31 Dec 2100 23:59:59 GMT")).isPresent();
        assertThat(RetryAfter.parse("Fri, 31 Dec 1999 23:59:59 GMT")).isEmpty();
        assertThat(RetryAfter.parse("soon")).isEmpty();
        assertThat(RetryAfter.parse(null)).isEmpty();
    }
}
