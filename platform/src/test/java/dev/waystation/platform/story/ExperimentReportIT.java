package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.waystation.platform.engagement.experiment.store.ResultRows;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a campaign brought, and an experiment that will not be hurried. */
class ExperimentReportIT extends PhoneStory {

    private static final long FIRST = 980_000_000L;
    private long next = FIRST;

    @Test
    @Capability("X15")
    void anEarlyLeadNamesNoWinnerAndSaysHowLongToWait() {
        String key = running("early-lead");
        // nine of ten bought here and one of ten there, but of far too few
        seen(key, 0, 60, 6);
        seen(key, 1, 60, 54);
        try (Window desk = console()) {
            desk.go("/console/experiments/" + key).see("Too early");
            assertThat(desk.main())
                    .contains("No verdict yet")
                    .containsPattern("Not enough to judge; [0-9]+ more days at this pace")
                    .contains("(120 of 2000 members). Until then do not stop and name no winner.")
                    .doesNotContain("Better", "Against the control", "Was it worth it?");

            // enough of each, no further apart than chance can make it: still none
            String level = running("no-lead");
            seen(level, 0, 300, 30);
            seen(level, 1, 300, 33);
            desk.go("/console/experiments/" + level).see("Too early");
            assertThat(desk.main()).contains("600 of 2000 members").doesNotContain("Better");

            // a broken split: not even a figure against the control
            String broken = running("broken-split");
            seen(broken, 0, 300, 30);
            seen(broken, 1, 600, 300);
            desk.go("/console/experiments/" + broken).see("No verdict");
            assertThat(desk.main())
                    .contains("is not as planned")
                    .contains("begin a new phase; use none of these figures before that")
                    .doesNotContain("Against the control");

            // the same screen does name one once there is enough
            desk.go("/console/experiments/" + winner("late-lead")).see("Better");
            assertThat(desk.main())
                    .contains("Stop, give everybody the arm that won")
                    .contains("Against the control");
        }
        try (Window desk =
                browsing.open(phones.url(), Browsing.Look.phone("zh", false), session())) {
            desk.go("/console/experiments/" + key).see("为时尚早");
            assertThat(desk.main()).contains("到那之前不要停，也不要宣布胜者");
        }
        assertThat(browsing.faults()).isEqualTo(List.of());
    }

    @Test
    @Capability("X14")
    void whatACampaignBroughtStandsAgainstItsControlWithMeaningAndFilter() {
        String key = winner("worth");
        String path = "/v1/experiments/" + key;
        try (Window desk = console()) {
            Page page = desk.go("/console/experiments/" + key).page();
            JsonNode worth = phones.stage().staff().get(path).body().path("worth").path(0);
            assertThat(worth.path("broughtMinor").asLong()).isPositive();
            String main = desk.main();
            assertThat(main)
                    .contains("Was it worth it?", "Brought beyond the control", "95% interval ¥")
                    .contains(yuan(worth.path("broughtMinor").asLong()))
                    .contains(yuan(worth.path("lowMinor").asLong()))
                    .contains(yuan(worth.path("highMinor").asLong()))
                    .contains(worth.path("sentence").path("en").asString());

            JsonNode metrics = phones.stage().staff().get(path).body().path("metrics");
            assertThat(metrics.size()).isEqualTo(5);
            for (JsonNode metric : metrics) {
                page.locator("thead .meant")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHasText(metric.path("label").path("en").asString()))
                        .first()
                        .hover();
                page.getByRole(AriaRole.TOOLTIP)
                        .filter(
                                new Locator.FilterOptions()
                                        .setHasText(
                                                metric.path("definition").path("en").asString()))
                        .waitFor();
            }

            // the file says exactly who was counted, and its figures are those of the screen
            String href = page.getByText("Export result").locator("..").getAttribute("href");
            String csv = String.valueOf(page.evaluate("p => fetch(p).then(r => r.text())", href));
            assertThat(csv)
                    .contains("experiment,\"" + key, "seen_from,\"", "counted_until,\"")
                    .contains("left_out,\"members who saw more than one arm\"", "look_back_days")
                    .contains("offer,CONVERSION,800,0.375,");
            assertThat(main).contains("37.5%");
        }
        // too early: the plain words and the days, in place of an interval
        String early = running("worth-early");
        seen(early, 0, 200, 30);
        seen(early, 1, 200, 32);
        try (Window desk =
                browsing.open(phones.url(), Browsing.Look.desk("zh", "light"), session())) {
            desk.go("/console/experiments/" + early).see("不足以判断，还需");
        }
        assertThat(browsing.faults()).isEqualTo(List.of());
    }

    private static String yuan(long minor) {
        return "%,.2f".formatted(Math.abs(minor) / 100.0);
    }

    private String running(String key) {
        Visitor staff = phones.stage().staff();
        assertThat(staff.post("/v1/experiments", design(key)).status()).isEqualTo(201);
        staff.post("/v1/experiments/" + key + ":start", "{}");
        phones.stage().moveTo(phones.stage().now().plus(Duration.ofMinutes(1)));
        return key;
    }

    private static String design(String key) {
        return """
        {"key":"%s","name":{"zh":"周末短信","en":"Weekend message"},"design":{"arms":[
          {"key":"control","name":{"zh":"对照组","en":"Control group"},"weight":0.5},
          {"key":"offer","name":{"zh":"收到消息","en":"Got the message"},"weight":0.5}],
          "coverage":1,"decides":"CONVERSION","guards":["REVENUE"],"plannedUnits":2000}}
        """
                .formatted(key);
    }

    private String winner(String key) {
        running(key);
        seen(key, 0, 800, 100);
        seen(key, 1, 800, 300);
        return key;
    }

    /** So many were dealt an arm, and so many of them bought afterwards. */
    private void seen(String key, int arm, int members, int buyers) {
        Instant at = phones.stage().now().minusSeconds(30);
        List<ResultRows.Exposure> seen = new ArrayList<>();
        List<ResultRows.Spend> spent = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            long member = next++;
            seen.add(new ResultRows.Exposure(key, 1, member, arm, at));
            if (i < buyers) {
                spent.add(
                        new ResultRows.Spend(
                                member, key + arm + "-" + i, at.plusSeconds(5), 20_000 + i % 7));
            }
        }
        ResultRows rows = phones.stage().platform().bean(ResultRows.class);
        rows.expose(seen);
        rows.spend(spent);
    }

    private String session() {
        try (Window desk = console()) {
            return desk.session();
        }
    }

    private Window console() {
        return phones.desk(Browsing.Look.desk("en", "light"));
    }
}
