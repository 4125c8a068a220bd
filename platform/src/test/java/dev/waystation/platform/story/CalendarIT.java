package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is planned on a grid of days: moved while it harms nobody, taken over from last week. */
class CalendarIT extends PhoneStory {

    @Test
    @Capability("X35")
    void aDraftIsDraggedToAnotherDayWhatIsLaunchedStaysAndLastWeekIsTakenOver() {
        Visitor staff = phones.stage().staff();
        LocalDate monday = phones.stage().today().plusDays(8 - weekday());
        String draft = launch(staff, "Draft message", monday);
        String fixed = launch(staff, "Fixed message", monday.plusDays(1));
        assertThat(staff.post("/v1/campaign-journeys/" + fixed + ":publish", "{}").status())
                .isEqualTo(200);
        try (Window desk = phones.desk(Browsing.Look.desk("en", "light"))) {
            Page page = desk.go("/console/calendar?view=week&day=" + monday).page();

            chip(page, "Draft message").dragTo(day(page, monday.plusDays(3)));
            desk.see("moved to " + monday.plusDays(3));
            assertThat(on(staff, draft)).isEqualTo(monday.plusDays(3).toString());

            desk.settle();
            chip(page, "Draft message").focus();
            page.keyboard().press("Alt+ArrowLeft");
            desk.see("moved to " + monday.plusDays(2));
            assertThat(on(staff, draft)).isEqualTo(monday.plusDays(2).toString());
            desk.settle();
            desk.press("Undo");
            desk.see("moved to " + monday.plusDays(3));
            assertThat(on(staff, draft)).isEqualTo(monday.plusDays(3).toString());

            // what is launched stays, and says why
            Locator launched = chip(page, "Fixed message");
            assertThat(launched.getAttribute("draggable")).isEqualTo("false");
            assertThat(launched.getAttribute("title")).contains("stop it first");
            launched.focus();
            page.keyboard().press("Alt+ArrowRight");
            assertThat(on(staff, fixed)).isEqualTo(monday.plusDays(1).toString());

            // it happens: who entered stands at its slot
            phones.stage()
                    .moveTo(
                            monday.plusDays(1)
                                    .atTime(11, 0)
                                    .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                                    .toInstant());
            Stage.await(
                    "somebody to enter",
                    () -> {
                        phones.stage().moveTo(phones.stage().now().plus(Duration.ofMinutes(1)));
                        return staff.get("/v1/campaign-journeys/" + fixed)
                                        .body()
                                        .path("enrolled")
                                        .asLong()
                                > 0;
                    });
            page.reload();
            desk.settle();
            long entered =
                    staff.get("/v1/campaign-journeys/" + fixed).body().path("enrolled").asLong();
            assertThat(chip(page, "Fixed message").innerText())
                    .contains("%,d entered".formatted(entered));

            // next week takes over this one, once
            LocalDate next = monday.plusDays(7);
            desk.go("/console/calendar?view=week&day=" + next).press("Reuse last week");
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Reuse last week"))
                    .click();
            desk.see("2 drafts made");
            desk.settle();
            day(page, next.plusDays(1)).getByText("Fixed message").waitFor();
            day(page, next.plusDays(3)).getByText("Draft message").waitFor();
            page.locator(".ant-modal").first().waitFor(hidden());
            desk.press("Reuse last week");
            desk.see("it is here already");
        }
        assertThat(browsing.faults()).isEqualTo(List.of());
    }

    @Test
    @Capability("X35")
    void feastsAndLunarDaysStandOnTheGridInBothLanguages() {
        try (Window desk = phones.desk(Browsing.Look.desk("en", "light"))) {
            desk.go("/console/calendar?day=2027-02-10");
            assertThat(desk.main())
                    .contains("Spring Festival", "New Year\u2019s Eve", "Lantern Festival");
            try (Window zh =
                    browsing.open(phones.url(), Browsing.Look.phone("zh", false), desk.session())) {
                zh.go("/console/calendar?day=2027-02-10");
                assertThat(zh.main()).contains("春节", "除夕", "元宵节");
            }
        }
        assertThat(browsing.faults()).isEqualTo(List.of());
    }

    private int weekday() {
        return phones.stage().today().getDayOfWeek().getValue();
    }

    private static String launch(Visitor staff, String name, LocalDate on) {
        String segment =
                Stage.items(staff.get("/v1/segments?limit=200").body()).stream()
                        .filter(one -> one.path("count").asLong() > 0)
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asString();
        return staff.post(
                        "/v1/campaign-journeys",
                        """
                        {"code":"%s","name":{"zh":"%s","en":"%s"},
                         "trigger":{"fact":"OnTime","when":{},"at":{"every":"once","time":"10:00",
                           "on":"%s","segment":"%s","offsetDays":0}},
                         "reEntry":{"rule":"once","days":0},
                         "graph":{"nodes":[
                           {"id":"entry","kind":"entry","label":{"zh":"进入","en":"Enters"},"x":0,"y":0,"settings":{}},
                           {"id":"say","kind":"message","label":{"zh":"消息","en":"Message"},"x":300,"y":0,
                            "settings":{"channel":"sms","purpose":"marketing","template":"senior-care"}},
                           {"id":"done","kind":"exit","label":{"zh":"完","en":"Done"},"x":600,"y":0,
                            "settings":{"goal":false,"reason":"done"}}],
                          "edges":[{"from":"entry","to":"say","port":"next"},
                                   {"from":"say","to":"done","port":"next"}]}}
                        """
                                .formatted(
                                        name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                                        name,
                                        name,
                                        on,
                                        segment))
                .body()
                .path("id")
                .asString();
    }

    private static String on(Visitor staff, String journey) {
        return staff.get("/v1/campaign-journeys/" + journey)
                .body()
                .path("trigger")
                .path("at")
                .path("on")
                .asString();
    }

    private static Locator chip(Page page, String name) {
        return page.locator(".cal-chip").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator day(Page page, LocalDate date) {
        return page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName(Pattern.compile("^" + date)));
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }
}
