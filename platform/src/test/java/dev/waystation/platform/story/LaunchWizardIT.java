package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One message from its audience to its launch, with a second person where it is large. */
class LaunchWizardIT extends PhoneStory {

    private static final String TEXT =
            """
            {"code":"story-launch","title":{"zh":"周末车票","en":"Weekend tickets"},
             "body":{"zh":"周末余票充足，欢迎出行。","en":"Seats are free this weekend."}}
            """;

    @Test
    @Capability("X9")
    void aLaunchShowsWhoGetsItWhatItCostsAndWaitsForASecondPerson() {
        Visitor staff = phones.stage().staff();
        staff.post("/v1/message-templates", TEXT);
        staff.put("/v1/journey-limits", limits(10));
        JsonNode segment = largestSegment(staff);
        String id = segment.path("id").asString();

        try (Window desk = signedIn("admin", phones.stage().platform().password())) {
            Page page = desk.go("/console/journeys/launch").page();
            type(desk.labelled("Name this launch"), "Weekend trips");
            choose(page, "Segment", segment.path("name").path("en").asString());
            desk.see("Some of them");
            desk.press("Next");

            choose(page, "Text", "story-launch");
            page.getByRole(AriaRole.GROUP, named("What members see"))
                    .getByText("Seats are free this weekend.")
                    .first()
                    .waitFor();
            // to oneself first: a member who never agreed is told apart by the gate
            type(desk.labelled("Member number"), phones.stage().young().id());
            page.keyboard().press("Enter");
            assertThat(desk.why(Pattern.compile("outcome of the test"))).isNotBlank();
            desk.press("Next");

            page.getByText("20%", new Page.GetByTextOptions().setExact(true)).click();
            desk.press("Next");
            page.waitForURL(Pattern.compile(".*/journeys/jrn_[^/]+/launch.*"));
            desk.settle();

            String own = page.url();
            String journey = own.replaceFirst(".*/journeys/([^/]+)/launch.*", "$1");
            String main = desk.main();
            assertFunnelIsThatOfTheGate(staff, id, page);
            assertThat(main)
                    .contains("Weekend tickets", "Quiet hours", "21:00–08:00")
                    .contains("at most 4 within 7 days", "full, so left out now")
                    .contains("20%, about", "members get nothing")
                    .containsPattern("about ¥[0-9.,]+ \\(1 SMS each × [0-9,]+ members\\)")
                    .contains("a second person from 10", "Nobody agreed yet");
            assertThat(launch(page).isDisabled()).as("alone").isTrue();

            // one's own word lets nobody launch
            desk.press("Agree to this launch");
            desk.see("Your own word does not count");
            assertThat(launch(page).isDisabled()).as("by oneself").isTrue();

            agreeAsAnother(staff, journey);

            desk.see("Colleague agreed");
            page.waitForCondition(() -> launch(page).isEnabled());
            launch(page).click();
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Launch"))
                    .click();
            page.waitForURL(Pattern.compile(".*/console/journeys/jrn_[^/]+$"));
            desk.see("running");

            assertThatOnlyTheOfferedGetIt(staff, journey, segment.path("count").asLong());
        }
        assertThat(browsing.faults()).isEqualTo(List.of());
    }

    /** The bars on the screen are those of the gate, and they add up. */
    private static void assertFunnelIsThatOfTheGate(Visitor staff, String segment, Page page) {
        JsonNode funnel =
                staff.post(
                                "/v1/message-funnels",
                                "{\"segment\":\"%s\",\"channel\":\"sms\"}".formatted(segment))
                        .body();
        long left = 0;
        for (JsonNode step : funnel.path("steps")) {
            if (!step.path("code").asString().equals("WILL_RECEIVE")) {
                left += step.path("count").asLong();
            }
        }
        assertThat(left).isPositive().isEqualTo(funnel.path("willReceive").asLong());
        List<String> shown =
                page.getByLabel("Who will receive it?")
                        .locator(".w-waterfall-count")
                        .allInnerTexts();
        assertThat(shown).hasSize(funnel.path("steps").size());
        assertThat(Long.parseLong(shown.getLast().replace(",", ""))).isEqualTo(left);
    }

    private void agreeAsAnother(Visitor staff, String journey) {
        JsonNode made =
                staff.post(
                                "/v1/staff",
                                """
                                {"login":"colleague","name":"Colleague","roles":["operations"]}
                                """)
                        .body();
        Visitor second = new Visitor(phones.url());
        second.post(
                "/v1/session",
                "{\"login\":\"colleague\",\"password\":\"%s\"}"
                        .formatted(made.path("oneTimePassword").asString()));
        assertThat(made.path("oneTimePassword").asString()).as("%s", made).isNotBlank();
        second.post(
                "/v1/session/password",
                "{\"present\":\"%s\",\"next\":\"a long enough sentence\"}"
                        .formatted(made.path("oneTimePassword").asString()));
        try (Window other = signedIn("colleague", "a long enough sentence")) {
            other.go("/console/journeys/" + journey + "/launch");
            other.press("Agree to this launch");
            other.see("You agreed");
        }
    }

    /** When it is time everybody enters, and the control group gets nothing. */
    private void assertThatOnlyTheOfferedGetIt(Visitor staff, String journey, long members) {
        Instant after = phones.stage().now().plus(Duration.ofDays(2));
        phones.stage().moveTo(after);
        Stage.await(
                () -> "everybody of " + members + ": " + open(staff, journey),
                () -> {
                    phones.stage().moveTo(phones.stage().now().plusSeconds(60));
                    return allDealt(staff, journey, members);
                });
        long dealt = counters(staff, journey, "deal").path("done").asLong();
        assertThat(dealt).as("who is still inside").isBetween(members * 9 / 10, members * 11 / 10);
        long held = counters(staff, journey, "control").path("entered").asLong();
        long said = counters(staff, journey, "say").path("entered").asLong();
        assertThat(held + said).isEqualTo(dealt);
        assertThat(held).isBetween(dealt / 10, dealt * 3 / 10);
    }

    private static JsonNode open(Visitor staff, String journey) {
        return staff.get("/v1/campaign-journeys/" + journey).body();
    }

    /** Two days on, some have left the segment and some have come. */
    private static boolean allDealt(Visitor staff, String journey, long members) {
        long enrolled = open(staff, journey).path("enrolled").asLong();
        return enrolled >= members * 9 / 10
                && counters(staff, journey, "deal").path("done").asLong() == enrolled
                && enrolled == open(staff, journey).path("enrolled").asLong();
    }

    private static JsonNode counters(Visitor staff, String journey, String node) {
        return open(staff, journey).path("counters").path(node);
    }

    private static JsonNode largestSegment(Visitor staff) {
        return Stage.items(staff.get("/v1/segments?limit=200").body()).stream()
                .filter(one -> one.path("state").asString().equals("published"))
                .max((a, b) -> Long.compare(a.path("count").asLong(), b.path("count").asLong()))
                .orElseThrow();
    }

    private static String limits(long members) {
        return """
        {"entries":0,"days":7,"concurrent":0,"members":%d,"points":0,"smsMinor":0,"smsPriceMinor":5}
        """
                .formatted(members);
    }

    private Window signedIn(String login, String password) {
        Window desk = browsing.open(phones.url(), Browsing.Look.desk("en", "light"), "");
        desk.go("/console/").fill("Login", login);
        desk.fill("Password", password).press("Sign in");
        desk.named(AriaRole.LINK, "Journeys").waitFor();
        return desk;
    }

    private static void choose(Page page, String label, String text) {
        Locator field =
                page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true));
        field.click();
        field.fill(text);
        page.keyboard().press("Enter");
    }

    private static Locator launch(Page page) {
        return page.locator(".page-actions")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Launch").setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void type(Locator field, String text) {
        field.focus();
        field.page().keyboard().type(text);
    }
}
