package humeur.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as a person meets it. */
@InChromium
class PageIT {
    private static final String LOVELY = "The flight was late, but the crew was lovely 😀";
    private static final String AWFUL = "I hate this, it is so sad";

    private static void read(Page page, String text) {
        page.locator("#text").fill(text);
        page.locator("#one button.primary").click();
    }

    private static Locator card(Page page) {
        return page.locator(".card:not(.waiting)").first();
    }

    @Nested
    class One_text {
        @Test
        void has_a_sentiment_with_its_probability(Visit visit) {
            Page page = visit.open();
            read(page, "I love this, thank you so much!");

            assertThat(card(page).locator(".verdict")).containsText("Positive");
            assertThat(card(page).getByRole(AriaRole.IMG)).hasAttribute("aria-label", Pattern.compile("9\\d.*%"));
            read(page, AWFUL);
            assertThat(card(page).locator(".verdict")).containsText("Negative");
        }

        @Test
        void has_a_card_for_each_model(Visit visit) {
            Page page = visit.open();
            int models = page.locator("#models > li").count();
            read(page, LOVELY);

            assertThat(page.locator(".card:not(.waiting) .verdict")).hasCount(models);
        }

        /** Offsets are in code points: the words behind an emoji show whether the page counts as the service does. */
        @Test
        void has_its_words_coloured_and_underlined_by_weight(Visit visit) {
            Page page = visit.open();
            read(page, "😀😀 the crew was lovely, the delay was awful");

            assertThat(card(page).locator(".marked")).hasText("😀😀 the crew was lovely, the delay was awful");
            Locator good = card(page).locator("mark.positive", new Locator.LocatorOptions().setHasText("lovely"));
            Locator bad = card(page).locator("mark.negative", new Locator.LocatorOptions().setHasText("awful"));
            assertThat(good).hasText("lovely");
            assertThat(bad).hasText("awful");
            assertThat(style(good, "backgroundColor")).isNotEqualTo(style(bad, "backgroundColor"));
            assertThat(style(good, "textDecorationStyle")).isEqualTo("solid");
            assertThat(style(bad, "textDecorationStyle")).isEqualTo("wavy");
            assertThat(Double.parseDouble((String) good.evaluate("e => e.style.getPropertyValue('--weight')")))
                    .isBetween(0.1, 1.0);
            assertThat(card(page).locator(".heaviest")).containsText("lovely");
        }

        @Test
        void is_shown_as_text_whatever_it_holds(Visit visit) {
            Page page = visit.open();
            read(page, "<img src=x onerror=alert(1)> I <b>love</b> it");

            assertThat(card(page).locator(".marked")).hasText("<img src=x onerror=alert(1)> I <b>love</b> it");
            assertThat(page.locator("main img, main b")).hasCount(0);
        }

        @Test
        void can_be_an_example(Visit visit) {
            Page page = visit.open();
            page.locator("#examples button").first().click();

            assertThat(card(page).locator(".verdict")).isVisible();
            assertThat(page.locator("#text")).hasValue(Pattern.compile(".+"));
        }

        private static Object style(Locator element, String property) {
            return element.evaluate("(e, property) => getComputedStyle(e)[property]", property);
        }
    }

    @Nested
    class A_refusal {
        @ParameterizedTest
        @CsvSource({"'', There is no text yet", "' \u00a0 ', There is no text yet", "42, A number alone has no mood"})
        void of_what_is_no_text_says_what_would_be(String text, String sentence, Visit visit) {
            Page page = visit.open();
            read(page, text);

            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText(sentence);
            assertThat(page.locator(".card")).hasCount(0);
        }

        @Test
        void of_a_long_text_names_the_limit(Visit visit) {
            Page page = visit.open();
            page.evaluate("document.getElementById('text').value = 'good '.repeat(220000)");
            page.locator("#one button.primary").click();

            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("at most 1 MB");
        }

        @Test
        void for_now_says_when_to_come_back(Visit visit) {
            Page page = visit.answering(
                            "/predict",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(503)
                                    .setHeaders(Map.of("Retry-After", "7"))
                                    .setContentType("application/problem+json")
                                    .setBody("{\"type\": \"/problems/busy\", \"status\": 503}")))
                    .open();
            read(page, LOVELY);

            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("again in 7 s");
        }

        @Test
        void of_the_network_says_so(Visit visit) {
            Page page = visit.answering("/predict", Route::abort).open();
            read(page, LOVELY);

            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("cannot be reached");
        }
    }

    @Nested
    class The_language {
        @Test
        void is_the_browsers(Visit visit) {
            Page page = visit.speaking("fr-FR").open();

            assertThat(page.locator("html")).hasAttribute("lang", "fr");
            assertThat(page.locator("h1")).containsText("De quelle humeur");
            assertThat(page.locator("#english")).containsText("Les modèles connaissent l’anglais");
        }

        @Test
        void is_english_for_everyone_else(Visit visit) {
            assertThat(visit.speaking("de-DE").open().locator("html")).hasAttribute("lang", "en");
        }

        @Test
        void can_be_changed_and_is_remembered(Visit visit) {
            Page page = visit.open();
            read(page, LOVELY);
            assertThat(card(page).locator(".verdict")).containsText("Positive");
            page.locator("[data-language=fr]").click();

            assertThat(page.locator("h1")).containsText("De quelle humeur");
            assertThat(card(page).locator(".verdict")).containsText("Positif");
            assertThat(page.locator("[data-language=fr]")).hasAttribute("aria-pressed", "true");
            page.reload();
            assertThat(page.locator("h1")).containsText("De quelle humeur");
        }
    }

    @Nested
    class Feedback {
        private final List<String> sent = new ArrayList<>();

        @Test
        void is_not_asked_for_where_the_service_takes_none(Visit visit) {
            Page page = visit.answering("/", route -> welcome(route, "")).open();
            read(page, LOVELY);

            assertThat(card(page).locator(".verdict")).isVisible();
            assertThat(page.locator(".thumbs")).hasCount(0);
        }

        @Test
        void names_the_prediction_and_the_right_label(Visit visit) {
            Page page = visit.answering("/", route -> welcome(route, ", \"feedback\": \"/feedback\""))
                    .answering("/feedback", route -> {
                        sent.add(route.request().postData());
                        route.fulfill(new Route.FulfillOptions()
                                .setStatus(202)
                                .setContentType("application/json")
                                .setBody("{}"));
                    })
                    .open();
            read(page, AWFUL);
            Locator wrong = card(page).getByRole(AriaRole.BUTTON, named("Wrong"));
            wrong.click();

            assertThat(wrong).hasAttribute("aria-pressed", "true");
            assertThat(card(page).locator(".thumbs")).containsText("Thank you");
            assertThat(sent).singleElement().asString().matches("\\{\"id\":\"[0-9a-f-]{36}\",\"label\":1}");
            card(page).getByRole(AriaRole.BUTTON, named("Right")).click();
            assertThat(wrong).hasAttribute("aria-pressed", "false");
            assertThat(sent.get(1)).endsWith("\"label\":0}");
        }

        private static void welcome(Route route, String link) {
            String accept = route.request().headerValue("accept");
            if (accept.contains("text/html")) {
                route.resume();
                return;
            }
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                            "{\"name\": \"Humeur\", \"version\": \"1\", \"commit\": \"0123456789\", \"links\": {\"stats\": \"/stats\""
                                    + link + "}}"));
        }

        private static Locator.GetByRoleOptions named(String name) {
            return new Locator.GetByRoleOptions().setName(name);
        }
    }

    @Nested
    class The_live_panel {
        private static final double SETTLED_MS = 300;

        @Test
        void counts_what_was_predicted(Visit visit) {
            Page page = visit.open();
            Locator predictions = page.locator("#live dd").first();
            int before = Integer.parseInt(predictions.innerText().replaceAll("\\D", ""));
            int models = page.locator("#models > li").count();
            read(page, LOVELY);

            assertThat(card(page).locator(".verdict")).isVisible();
            assertThat(predictions).hasText(Pattern.compile("[\\D]*" + grouped(before + models)));
            assertThat(page.locator("#live")).containsText("median time");
            assertThat(page.locator("body")).not().containsText(Pattern.compile("\\b(null|undefined|NaN)\\b"));
        }

        @Test
        void refreshes_gently_and_not_while_nobody_sees_it(Visit visit) {
            Page page = visit.atAClockOfOurs().open();
            assertThat(page.locator("#live dd").first()).isVisible();
            refreshed(page, 16_000);
            refreshed(page, 16_000);
            hide(page, true);
            long before = asked(visit);
            page.clock().runFor(120_000);
            page.waitForTimeout(SETTLED_MS);
            assertThat(asked(visit)).isEqualTo(before);
            hide(page, false);
            refreshed(page, 1_000);
        }

        @Test
        void can_be_paused(Visit visit) {
            Page page = visit.open();
            page.locator("#pause").click();

            assertThat(page.locator("#pause")).hasText("Go on");
        }

        private static void refreshed(Page page, long afterMs) {
            page.waitForResponse("**/stats", () -> page.clock().runFor(afterMs));
            page.waitForTimeout(SETTLED_MS);
        }

        private static long asked(Visit visit) {
            return visit.requests().stream()
                    .filter(url -> url.endsWith("/stats"))
                    .count();
        }

        private static void hide(Page page, boolean hidden) {
            page.evaluate(
                    "hidden => { Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});"
                            + " document.dispatchEvent(new Event('visibilitychange')); }",
                    hidden);
        }

        private static String grouped(int number) {
            return String.format(Locale.UK, "%,d", number);
        }
    }

    @Nested
    class The_keyboard {
        @Test
        void is_enough(Visit visit) {
            Page page = visit.open();
            tabTo(page, "#text");
            page.keyboard().type("I love it");
            tabTo(page, "#one button.primary");
            page.keyboard().press("Enter");
            assertThat(page.locator("#one-status")).containsText(Pattern.compile("[Pp]ositive"));
            tabTo(page, "#examples li:nth-child(2) button");
            page.keyboard().press("Space");
            assertThat(page.locator("#one-status")).containsText(Pattern.compile("[Nn]egative"));
            tabTo(page, "#many");
            page.keyboard().type("I love it");
            page.keyboard().press("Enter");
            page.keyboard().type("I hate it");
            tabTo(page, "#file");
            tabTo(page, "#start");
            page.keyboard().press("Enter");
            assertThat(page.locator("#download")).isFocused();
            assertThat(page.locator("#run-status"))
                    .hasText("2 rows: 1 positive, 1 negative, 0 that could not be read.");
        }

        @Test
        void sends_with_control_and_enter(Visit visit) {
            Page page = visit.open();
            page.locator("#text").fill("I love it");
            page.keyboard().press("Control+Enter");

            assertThat(card(page).locator(".verdict")).containsText("Positive");
        }

        private static void tabTo(Page page, String selector) {
            for (int i = 0; i < 40; i++) {
                if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                    return;
                }
                page.keyboard().press("Tab");
            }
            throw new AssertionError("Tab never comes to " + selector);
        }
    }

    @Nested
    class Everybody {
        @ParameterizedTest
        @CsvSource({"en-GB, LIGHT", "en-GB, DARK", "fr-FR, LIGHT", "fr-FR, DARK"})
        void can_use_it(String locale, ColorScheme scheme, Visit visit) {
            Page page = visit.speaking(locale).preferring(scheme).open();
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            read(page, LOVELY);
            assertThat(card(page).locator(".verdict")).isVisible();
            page.locator("#many").fill("text,likes\nI love it,1\n,2\nI hate it,3");
            page.locator("#start").click();
            assertThat(page.locator("#download")).isVisible();

            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as("violations that axe finds")
                    .extracting(Rule::getId, rule -> rule.getNodes().toString())
                    .isEmpty();
        }

        @Test
        void can_use_it_on_a_phone(Visit visit) {
            Page page = visit.onAPhone().open();
            read(page, LOVELY);
            assertThat(card(page).locator(".verdict")).isVisible();

            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        }
    }

    @Nested
    class The_files {
        private static final int LIMIT = 100 * 1024;

        @Test
        void are_few_and_small(Visit visit) {
            List<Response> responses = new ArrayList<>();
            Page page = visit.open();
            page.onResponse(responses::add);
            page.reload();
            page.locator("html[data-ready]").waitFor();

            List<Response> files = responses.stream()
                    .filter(response -> response.url().contains("/page/")
                            || String.valueOf(response.headerValue("content-type"))
                                    .startsWith("text/html"))
                    .toList();
            assertThat(files).hasSizeGreaterThan(5);
            assertThat(files.stream().mapToInt(file -> file.body().length).sum())
                    .isLessThan(LIMIT);
            assertThat(files.get(0).headerValue("content-security-policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(new String(files.get(0).body(), UTF_8))
                    .doesNotContain("style=", "<style", "onclick")
                    .doesNotContainPattern("<script(?![^>]*\\bsrc=)");
        }
    }
}
