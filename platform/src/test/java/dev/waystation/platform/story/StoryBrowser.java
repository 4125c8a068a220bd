package dev.waystation.platform.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks the console and the member app in a real Chromium and keeps a picture of every screen in
 * both languages.
 */
final class StoryBrowser implements AutoCloseable {

    private final String base;
    private final String password;
    private final Path pictures;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> faults = new ArrayList<>();
    private int taken;

    StoryBrowser(String base, String password, Path pictures) {
        this.base = base;
        this.password = password;
        this.pictures = pictures;
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of(chromium()))
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update")));
    }

    /** Every console screen, then the member app on a phone; says how many pictures were kept. */
    String walk(String memberId, String runId) {
        for (String language : List.of("zh", "en")) {
            try (BrowserContext context = open(1440, 900, language)) {
                Page page = page(context);
                signIn(page);
                for (Map.Entry<String, String> screen :
                        consoleScreens(memberId, runId).entrySet()) {
                    visit(
                            page,
                            "/console" + screen.getValue(),
                            "console-" + screen.getKey() + "-" + language);
                }
            }
            try (BrowserContext context = open(390, 844, language)) {
                Page page = page(context);
                visit(page, "/app/sign-in", "app-sign-in-" + language);
                visit(page, "/app/register", "app-register-" + language);
            }
        }
        if (!faults.isEmpty()) {
            throw new AssertionError("the browser reported: " + faults);
        }
        return taken + " pictures";
    }

    private static Map<String, String> consoleScreens(String memberId, String runId) {
        Map<String, String> screens = new java.util.LinkedHashMap<>();
        screens.put("home", "/");
        screens.put("trains", "/trains");
        screens.put("import", "/trains/import");
        screens.put("release", "/release");
        screens.put("board", "/release/" + runId);
        screens.put("orders", "/orders");
        screens.put("gate", "/gate");
        screens.put("members", "/members");
        screens.put("member", "/members/" + memberId);
        screens.put("segments", "/segments");
        screens.put("segment-new", "/segments/new");
        screens.put("tags", "/tags");
        screens.put("journeys", "/journeys");
        screens.put("messages", "/messages");
        screens.put("audit", "/audit");
        screens.put("jobs", "/jobs");
        screens.put("staff", "/staff");
        screens.put("clients", "/api-clients");
        return screens;
    }

    private void signIn(Page page) {
        page.navigate(base + "/console/");
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        page.locator("input").first().fill("admin");
        page.locator("input[type=password]").fill(password);
        page.locator("button[type=submit]").click();
        page.locator("a.menu-entry").first().waitFor();
    }

    private void visit(Page page, String path, String name) {
        page.navigate(base + path);
        Locator main = page.locator("main, #root > *").first();
        main.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(pictures.resolve(name + ".png"))
                        .setFullPage(true));
        if (page.locator(".w-state-error").count() > 0) {
            faults.add(name + ": " + page.locator(".w-state-error").first().innerText());
        }
        taken++;
    }

    private BrowserContext open(int width, int height, String language) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                                .setTimezoneId("Asia/Shanghai"));
        context.addInitScript(
                "localStorage.setItem('waystation.language', '"
                        + language
                        + "');localStorage.setItem('waystation.theme', 'light')");
        return context;
    }

    private Page page(BrowserContext context) {
        Page page = context.newPage();
        page.onPageError(error -> faults.add(page.url() + " " + error));
        return page;
    }

    private static String chromium() {
        return Optional.ofNullable(System.getenv("WAYSTATION_CHROMIUM"))
                .orElse("/usr/bin/chromium");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
