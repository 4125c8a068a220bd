package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.waystation.testkit.Capability;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A journey drawn with the mouse, another with the keyboard alone, and what the drawing refuses.
 */
class JourneyCanvasIT extends DeskStory {

    @Test
    @Capability("JRN-01")
    void aDrawingWithFaultsIsNotPublishedAndEachFaultLeadsToItsStep() {
        try (Window desk = signedIn()) {
            Page page = desk.go("/console/journeys/new").page();
            steps(page).first().waitFor();
            assertThat(steps(page).count()).isEqualTo(2);

            // dragged onto the plus of an arrow, a step stands between its two ends
            palette(page, "Branch").dragTo(page.locator(".edge-plus").first());
            await(page, 3);
            said(page, "has no condition").waitFor();
            said(page, "leads nowhere").waitFor();
            assertThat(publish(page).isDisabled()).isTrue();

            // dragged into the open, nobody reaches it
            palette(page, "Message")
                    .dragTo(
                            page.locator(".react-flow__pane"),
                            new Locator.DragToOptions().setTargetPosition(330, 40));
            await(page, 4);
            said(page, "cannot be reached").waitFor();
            said(page, "its message has no published text").waitFor();

            fault(page, "Does it hold?").first().click();
            assertThat(page.getByLabel("Name of the step").inputValue()).isEqualTo("Does it hold?");

            page.getByText("Delete this step").click();
            await(page, 3);
            page.keyboard().press("Control+z");
            await(page, 4);
            page.keyboard().press("Control+Shift+z");
            await(page, 3);
            fault(page, "SMS").first().click();
            page.getByText("Delete this step").click();
            await(page, 2);
            said(page, "Every check holds").waitFor();

            // no end: taken out of the drawing, and back
            steps(page).last().click();
            page.getByText("Delete this step").click();
            said(page, "there is no end").waitFor();
            assertThat(publish(page).isDisabled()).isTrue();
            page.keyboard().press("Control+z");
            said(page, "Every check holds").waitFor();
        }
    }

    @Test
    @Capability("JRN-01")
    @Capability("X7")
    void aJourneyIsDrawnPublishedAndRehearsedWithoutTouchingTheMouse() {
        try (Window desk = signedIn()) {
            Page page = desk.go("/console/journeys/new").page();
            steps(page).first().waitFor();
            type(page.getByLabel("Name of the journey"), "Drawn by keys");

            palette(page, "Wait").press("Enter");
            await(page, 3);
            palette(page, "Message").press("Enter");
            await(page, 4);
            Locator text = page.getByRole(AriaRole.COMBOBOX, named("Text"));
            text.press("Enter");
            text.press("ArrowDown");
            text.press("Enter");
            said(page, "Every check holds").waitFor();

            // a step moves with the arrow keys and goes with Delete
            Locator wait = steps(page).filter(new Locator.FilterOptions().setHasText("Wait 1"));
            String before = wait.getAttribute("style");
            wait.press("Enter");
            for (int i = 0; i < 5; i++) {
                wait.press("ArrowDown");
            }
            assertThat(wait.getAttribute("style")).isNotEqualTo(before);
            wait.press("Delete");
            await(page, 3);
            page.keyboard().press("Control+z");
            await(page, 4);

            publish(page).press("Enter");
            page.waitForURL(Pattern.compile(".*/console/journeys/jrn_[^/]+$"));
            desk.see("Version 1");

            // a dry run of one member on a simulated clock, with the reasons of every step
            String member = desk.asks("/v1/members?limit=1", "items.0.id");
            Locator asked = page.getByRole(AriaRole.SEARCHBOX, search("Rehearse with a member"));
            asked.focus();
            page.keyboard().type(member);
            assertThat(asked.inputValue()).startsWith("mbr_");
            page.keyboard().press("Enter");
            desk.see("nothing is sent or kept");
            desk.see("The wait is over");
            desk.see("Send gate:");
            page.keyboard().press("Escape");

            // a live journey says what becomes of those inside
            page.navigate(page.url() + "/edit");
            desk.see("this change does not touch them");
            palette(page, "Wait").press("Enter");
            await(page, 5);
            publish(page).press("Enter");
            Locator asking = page.getByRole(AriaRole.DIALOG);
            asking.getByText("this change does not touch them").last().waitFor();
            asking.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Save and publish"))
                    .press("Enter");
            page.waitForURL(Pattern.compile(".*/console/journeys/jrn_[^/]+$"));
            desk.see("Version 2");
        }
        assertThat(browsing.faults()).isEqualTo(List.of());
    }

    private Window signedIn() {
        Window desk = browsing.open(stage.platform().url(), Browsing.Look.desk("en", "light"), "");
        desk.go("/console/").fill("Login", "admin");
        desk.fill("Password", stage.platform().password()).press("Sign in");
        desk.named(AriaRole.LINK, "Release board").waitFor();
        return desk;
    }

    private static Locator steps(Page page) {
        return page.locator(".react-flow__node");
    }

    private static void await(Page page, int many) {
        page.waitForFunction(
                "many => document.querySelectorAll('.react-flow__node').length === many", many);
    }

    private static Locator palette(Page page, String kind) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Add a step: " + kind).setExact(true));
    }

    private static Locator publish(Page page) {
        return page.locator(".page-head, header, main")
                .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save and publish"))
                .first();
    }

    private static Locator said(Page page, String text) {
        return page.getByLabel("Before publishing").getByText(text).first();
    }

    private static Locator fault(Page page, String step) {
        return page.locator(".fault-link").filter(new Locator.FilterOptions().setHasText(step));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions search(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void type(Locator field, String text) {
        field.focus();
        field.page().keyboard().type(text);
    }
}
