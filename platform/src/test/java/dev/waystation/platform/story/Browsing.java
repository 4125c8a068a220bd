package dev.waystation.platform.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real Chromium, started when the first window opens; collects what its pages complain of. */
final class Browsing implements AutoCloseable {

    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update");

    /** Knows when a page has come to rest, so that a picture shows the work, not its skeleton. */
    private static final String WATCH =
            """
            (() => {
              let waiting = 0, last = performance.now();
              const ask = window.fetch;
              window.fetch = (...given) => {
                waiting++;
                return ask(...given).finally(() => { waiting--; last = performance.now(); });
              };
              new MutationObserver(() => { last = performance.now(); })
                .observe(document, { childList: true, subtree: true });
              const push = history.pushState.bind(history);
              history.pushState = (...where) => { last = performance.now(); push(...where); };
              window.settled = () =>
                waiting === 0 && performance.now() - last > 250
                && document.fonts.status === 'loaded'
                && document.querySelector('#root')?.childElementCount > 0
                && !document.querySelector('.w-skeleton, .w-skeleton-row, .ant-spin-spinning');
            })();
            """;

    private final List<String> faults = new ArrayList<>();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    /** How a window looks. */
    record Look(String language, String theme, boolean elder, int width, int height) {
        static Look desk(String language, String theme) {
            return new Look(language, theme, false, 1440, 900);
        }

        static Look phone(String language, boolean elder) {
            return new Look(language, "light", elder, 390, 844);
        }
    }

    /**
     * @param session cookies of somebody signed in, or empty
     */
    Window open(String base, Look look, String session) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions()
                        .setViewportSize(look.width(), look.height())
                        .setLocale(look.language().equals("zh") ? "zh-CN" : "en-GB")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                        .setTimezoneId("Asia/Shanghai");
        if (!session.isEmpty()) {
            options.setStorageState(session);
        }
        BrowserContext context = chromium().newContext(options);
        context.addInitScript(
                WATCH
                        // Once: what a person changes afterwards stays.
                        + "if (!sessionStorage.getItem('looked')) {"
                        + keeps("language", look.language())
                        + keeps("theme", look.theme())
                        + keeps("elder", look.elder() ? "on" : "off")
                        + "sessionStorage.setItem('looked', 'yes'); }");
        // Speed is measured elsewhere: on a busy machine a page may come late and still be right.
        context.setDefaultTimeout(60_000);
        return new Window(context, base, faults);
    }

    private static String keeps(String choice, String value) {
        return "localStorage.setItem('waystation." + choice + "', '" + value + "');";
    }

    /** What pages complained of so far, each once. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private Browser chromium() {
        Browser started = browser;
        if (started == null) {
            Playwright driver =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            playwright = driver;
            started =
                    driver.chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(executable())
                                            .setArgs(QUIET));
            browser = started;
        }
        return started;
    }

    private static Path executable() {
        return Path.of(
                Optional.ofNullable(System.getenv("WAYSTATION_CHROMIUM"))
                        .orElse("/usr/bin/chromium"));
    }

    @Override
    public void close() {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }
}
