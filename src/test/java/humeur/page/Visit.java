package humeur.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One person's look at the page, with what went on behind it. */
final class Visit {
    /** Chromium's own note of an answer of 4xx or 5xx, which tests provoke. */
    private static final String REFUSED_ANSWER = "Failed to load resource";

    private final Browser browser;
    private final String service;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final NewContextOptions options = new NewContextOptions()
            .setLocale("en-GB")
            .setViewportSize(1280, 900)
            .setAcceptDownloads(true);
    private final List<Consumer<BrowserContext>> preparations = new ArrayList<>();
    private BrowserContext context;

    Visit(Browser browser, String service) {
        this.browser = browser;
        this.service = service;
    }

    Visit speaking(String locale) {
        options.setLocale(locale);
        return this;
    }

    Visit preferring(ColorScheme scheme) {
        options.setColorScheme(scheme);
        return this;
    }

    Visit onAPhone() {
        options.setViewportSize(390, 844).setHasTouch(true).setIsMobile(true);
        return this;
    }

    /** Lets a test put the page's clock forward. */
    Visit atAClockOfOurs() {
        preparations.add(prepared -> prepared.clock().install());
        return this;
    }

    /** Answers requests to a path in the service's place. */
    Visit answering(String path, Consumer<Route> handler) {
        preparations.add(prepared -> prepared.route(service + path, handler));
        return this;
    }

    /** Opens the page and waits until it can be used. */
    Page open() {
        if (context == null) {
            context = browser.newContext(options.setBaseURL(service));
            context.setDefaultTimeout(Chromium.PATIENCE_MS);
            context.setDefaultNavigationTimeout(Chromium.PATIENCE_MS);
            preparations.forEach(preparation -> preparation.accept(context));
        }
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith(REFUSED_ANSWER)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
        page.navigate("/");
        page.locator("html[data-ready]").waitFor();
        return page;
    }

    List<String> requests() {
        return requests;
    }

    /** Fails if the browser complained, or asked anyone but the service. */
    void end() {
        if (context != null) {
            context.close();
        }
        assertThat(complaints).as("the browser's complaints").isEmpty();
        assertThat(requests)
                .as("requests to other origins")
                .allMatch(url -> url.startsWith(service + "/") || url.startsWith("blob:" + service + "/"));
    }
}
