package dev.waystation.platform.story;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A window as a person uses it: by what things are called, never by how they are built. */
final class Window implements AutoCloseable {

    private final BrowserContext context;
    private final String base;
    private final Page page;
    private final List<String> faults;

    Window(BrowserContext context, String base, List<String> faults) {
        this.context = context;
        this.base = base;
        this.faults = faults;
        this.page = context.newPage();
        page.onPageError(error -> faults.add(page.url() + " " + error));
    }

    /** Opens an address; inside an app as its own links do, without loading the app again. */
    Window go(String path) {
        String app = path.replaceFirst("^(/[^/]+/).*", "$1");
        if (page.url().startsWith(base + app)) {
            page.evaluate(
                    """
                    path => {
                      history.pushState({ idx: 0, key: path }, '', path);
                      dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
                    }
                    """,
                    path);
        } else {
            page.navigate(base + path);
        }
        return settle();
    }

    /** Waits until everything asked for has come, and notes an error that is shown. */
    Window settle() {
        page.waitForFunction("() => window.settled && window.settled()");
        Locator broken = page.locator(".w-state-error");
        if (broken.count() > 0) {
            faults.add(page.url() + " shows: " + broken.first().innerText());
        }
        return this;
    }

    Window press(String button) {
        named(AriaRole.BUTTON, button).click();
        return this;
    }

    Window follow(String link) {
        named(AriaRole.LINK, link).click();
        return settle();
    }

    Window fill(String label, String text) {
        labelled(label).fill(text);
        return this;
    }

    Locator labelled(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first();
    }

    Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** The first of a role whose name begins so. */
    Locator named(AriaRole role, Pattern name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first();
    }

    Locator role(AriaRole role) {
        return page.getByRole(role);
    }

    /** Waits for a text and gives it as it stands there. */
    String see(String text) {
        Locator found = page.getByText(text).first();
        try {
            found.waitFor();
        } catch (TimeoutError missing) {
            throw new AssertionError(text + " is not in: " + main(), missing);
        }
        return found.innerText();
    }

    String main() {
        return page.locator("main, .m-page").first().innerText();
    }

    /** Opens a "Why?" and gives its sentence; the reasons must stand below. */
    String why(Pattern name) {
        named(AriaRole.BUTTON, name).click();
        Locator drawer = page.getByRole(AriaRole.DIALOG).last();
        Locator sentence = drawer.locator(".w-sentence");
        sentence.waitFor();
        String said = sentence.innerText();
        if (said.isBlank() || drawer.locator(".w-trace li").count() == 0) {
            throw new AssertionError(name + " opens without sentence or reasons");
        }
        page.keyboard().press("Escape");
        return said;
    }

    Page page() {
        return page;
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /**
     * One field, or a field of a field, of what the service answers to whoever is signed in here.
     */
    String asks(String path, String field) {
        return String.valueOf(
                page.evaluate(
                        """
                        ([path, field]) => fetch(path).then(r => r.json())
                          .then(j => field.split('.').reduce((at, step) => at[step], j))
                        """,
                        List.of(path, field)));
    }

    /** Who is signed in here, for another window. */
    String session() {
        return context.storageState();
    }

    @Override
    public void close() {
        context.close();
    }
}
