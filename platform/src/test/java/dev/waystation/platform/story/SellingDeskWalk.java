package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;

/** Staff at the desk, in English: import, release plan, board. */
final class SellingDeskWalk implements Chapter {

    private final Stage stage;
    private final Browsing browsing;
    private String session = "";

    SellingDeskWalk(Stage stage, Browsing browsing) {
        this.stage = stage;
        this.browsing = browsing;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("in the browser staff sign in to the console", this::signIn),
                new Step("the import screen shows the rows of a broken file", this::importScreen),
                new Step("a release plan is drafted, previewed and published", this::plan),
                new Step(
                        "the release board shows the matrix and why a cell has its number",
                        this::board));
    }

    /** A console window of the administrator. */
    Window console(Browsing.Look look) {
        assertThat(session).as("nobody signed in to the console").isNotEmpty();
        return browsing.open(stage.platform().url(), look, session);
    }

    Window console() {
        return console(Browsing.Look.desk("en", "light"));
    }

    private String signIn() {
        try (Window desk =
                browsing.open(stage.platform().url(), Browsing.Look.desk("en", "light"), "")) {
            desk.go("/console/").fill("Login", "admin");
            desk.fill("Password", stage.platform().password()).press("Sign in");
            desk.named(AriaRole.LINK, "Release board").waitFor();
            session = desk.session();
            return desk.settle().page().title();
        }
    }

    private String importScreen() {
        try (Window desk = console()) {
            desk.go("/console/").follow("Timetable").follow("Import timetable");
            byte[] broken = new SmallFeed(stage.today()).edition("nine");
            desk.page()
                    .setInputFiles(
                            "input[type=file]",
                            new FilePayload("feed.zip", "application/zip", broken));
            desk.see("Not imported");
            String row =
                    desk.role(AriaRole.ROW)
                            .filter(new Locator.FilterOptions().setHasText("stop_times.txt"))
                            .first()
                            .innerText();
            assertThat(row).contains("3", "arrival_time", "nine");
            return row.replaceAll("\\s+", " ");
        }
    }

    private String plan() {
        try (Window desk = console()) {
            desk.go("/console/release");
            desk.fill("Train or station", "G105");
            desk.labelled("Train or station").press("Enter");
            row(desk, "G105").click();
            desk.settle().follow("Make a plan").press("Preview");
            desk.see("against the present plan");
            assertThat(desk.main()).contains("Expected revenue", "Before", "After", "Difference");
            String verdict = desk.page().locator(".verdict").first().innerText();
            desk.press("Publish plan");
            desk.role(AriaRole.DIALOG)
                    .getByRole(
                            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Publish plan"))
                    .click();
            desk.see("Release rhythm");
            return verdict;
        }
    }

    private String board() {
        try (Window desk = console()) {
            String run = SellingChapter.theTrip(stage).runId();
            desk.go("/console/release/" + run + "?class=second");
            Locator cells =
                    desk.role(AriaRole.GRID)
                            .getByRole(AriaRole.GRIDCELL)
                            .getByRole(AriaRole.BUTTON);
            int count = cells.count();
            assertThat(count).as("7 stations make 21 ways").isEqualTo(21);
            desk.named(AriaRole.BUTTON, Pattern.compile("0 can be bought, free but not released"))
                    .click();
            return count + " cells; " + desk.why(Pattern.compile("^Why: "));
        }
    }

    private static Locator row(Window desk, String text) {
        return desk.role(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text)).first();
    }
}
