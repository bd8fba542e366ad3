package humeur.telemetry.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NegativeRuleTest {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final long FIVE_MINUTES = WINDOW.toNanos();
    private static final long SECOND = 1_000_000_000L;

    private final NegativeRule rule = new NegativeRule(3, WINDOW);

    @Nested
    class Three_negatives {
        @Test
        void in_less_than_five_minutes_raise_the_alert() {
            assertThat(rule.negative(0)).isFalse();
            assertThat(rule.negative(60 * SECOND)).isFalse();
            assertThat(rule.negative(FIVE_MINUTES - 1)).isTrue();
        }

        @Test
        void in_exactly_five_minutes_do_not() {
            rule.negative(0);
            rule.negative(60 * SECOND);
            assertThat(rule.negative(FIVE_MINUTES)).isFalse();
            assertThat(rule.raised(FIVE_MINUTES)).isFalse();
        }

        @Test
        void at_the_same_moment_do() {
            rule.negative(7);
            rule.negative(7);
            assertThat(rule.negative(7)).isTrue();
        }
    }

    @Nested
    class An_episode {
        @Test
        void goes_on_while_the_rule_is_met_and_begins_only_once() {
            List<Boolean> begins = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                begins.add(rule.negative(i * 140 * SECOND));
            }
            assertThat(begins).containsOnlyOnce(true);
            assertThat(begins.get(2)).isTrue();
        }

        @Test
        void ends_when_a_whole_window_has_passed_without_the_rule_met() {
            raise(0);
            assertThat(rule.raised(FIVE_MINUTES - 1)).isTrue();
            assertThat(rule.raised(FIVE_MINUTES)).isFalse();
        }

        @Test
        void is_not_kept_up_by_single_negatives() {
            raise(0);
            rule.negative(4 * 60 * SECOND + 59 * SECOND);
            assertThat(rule.raised(FIVE_MINUTES + SECOND)).isTrue();
            rule.negative(12 * 60 * SECOND);
            assertThat(rule.raised(12 * 60 * SECOND)).isFalse();
        }

        @Test
        void follows_another_after_that() {
            raise(0);
            rule.negative(FIVE_MINUTES);
            rule.negative(FIVE_MINUTES);
            assertThat(rule.negative(FIVE_MINUTES)).isTrue();
        }

        private void raise(long at) {
            rule.negative(at);
            rule.negative(at);
            rule.negative(at);
        }
    }

    @Nested
    class The_count {
        @Test
        void is_of_the_window_that_ends_now() {
            assertThat(rule.negatives(0)).isZero();
            rule.negative(0);
            rule.negative(60 * SECOND);
            assertThat(rule.negatives(FIVE_MINUTES - 1)).isEqualTo(2);
            assertThat(rule.negatives(FIVE_MINUTES)).isEqualTo(1);
            assertThat(rule.negatives(2 * FIVE_MINUTES)).isZero();
        }

        @Test
        void stops_at_a_thousand() {
            for (int i = 0; i < 5_000; i++) {
                rule.negative(i);
            }
            assertThat(rule.negatives(5_000)).isEqualTo(NegativeRule.MOST_COUNTED);
        }
    }

    @Nested
    class A_clock {
        @Test
        void that_goes_back_stands_still_until_it_has_caught_up() {
            rule.negative(100 * SECOND);
            rule.negative(50 * SECOND);
            assertThat(rule.negatives(0)).isEqualTo(2);
            assertThat(rule.negative(100 * SECOND + FIVE_MINUTES - 1)).isTrue();
        }

        @Test
        void may_overflow_between_two_readings() {
            rule.negative(Long.MAX_VALUE - 1);
            rule.negative(Long.MAX_VALUE);
            assertThat(rule.negative(Long.MIN_VALUE + 1)).isTrue();
            assertThat(rule.negatives(Long.MIN_VALUE + FIVE_MINUTES - 2)).isEqualTo(2);
        }
    }

    @Nested
    class Ten_thousand_random_timelines {
        /** Precision and recall of 1: no episode too many and none too few, each at its negative. */
        @Test
        void give_the_episodes_that_brute_force_finds() {
            Random random = new Random(20_260);
            int episodes = 0;
            for (int i = 0; i < 10_000; i++) {
                int threshold = i % 2 == 0 ? 3 : 1 + random.nextInt(6);
                Duration window = i % 2 == 0 ? WINDOW : Duration.ofSeconds(1 + random.nextInt(1_000));
                Timeline timeline = Timeline.random(random, window);
                long start = random.nextLong();
                List<Integer> expected = timeline.episodes(threshold, window);
                assertThat(begun(new NegativeRule(threshold, window), timeline, start))
                        .as("%d within %s of %s", threshold, window, timeline)
                        .isEqualTo(expected);
                episodes += expected.size();
            }
            assertThat(episodes).isGreaterThan(10_000);
        }

        private List<Integer> begun(NegativeRule tried, Timeline timeline, long start) {
            List<Integer> begun = new ArrayList<>();
            for (int i = 0; i < timeline.times().size(); i++) {
                if (tried.negative(start + timeline.times().get(i) * 1_000)) {
                    begun.add(i);
                }
            }
            return begun;
        }
    }

    @Test
    void needsAThresholdAndAWindow() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NegativeRule(0, WINDOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new NegativeRule(1_001, WINDOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new NegativeRule(3, Duration.ZERO));
    }
}
