package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.waystation.testkit.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A segment is written: estimated at once, counted then, built, compared, and followed. */
class SegmentBuilderIT extends PhoneStory {

    private static final Pattern ABOUT = Pattern.compile("≈ [0-9,]+");

    @Test
    @Capability("X6")
    void anEstimateComesFirstAndAnEditGivesUpTheRunningCount() {
        try (Window desk = phones.desk(Browsing.Look.desk("en", "light"))) {
            Page page = desk.go("/console/segments/new").page();
            List<Route> held = new ArrayList<>();
            List<String> givenUp = new ArrayList<>();
            page.onRequestFailed(request -> note(request, givenUp));
            page.route("**/v1/segments:count", held::add);

            page.getByRole(AriaRole.BUTTON, named("plus Condition")).click();
            page.getByRole(AriaRole.SPINBUTTON).first().fill("30");
            Locator figure = page.locator(".big-figure");
            page.waitForCondition(() -> !held.isEmpty() && asks(held, "30"));
            figure.filter(new Locator.FilterOptions().setHasText(ABOUT)).waitFor();
            assertThat(desk.main()).contains("from a sample of", "the exact count is on its way");
            String first = held.getLast().request().postData();

            // whoever edits waits for no count of what was there before
            page.getByRole(AriaRole.SPINBUTTON).first().fill("61");
            page.waitForCondition(() -> asks(held, "61"));
            page.waitForCondition(() -> givenUp.contains(first));
            assertThat(held.getLast().request().postData()).isNotEqualTo(first);

            held.getLast().resume();
            Locator exact =
                    figure.filter(
                            new Locator.FilterOptions()
                                    .setHasText(Pattern.compile("^[0-9,]+ selected")));
            exact.waitFor();
            long counted = count(held.getLast().request().postData()).path("count").asLong();
            assertThat(number(exact.innerText())).isEqualTo(counted);
            assertThat(figure.filter(new Locator.FilterOptions().setHasText(ABOUT)).count())
                    .isZero();
            page.unroute("**/v1/segments:count");
        }
        assertThat(browsing.faults()).isEqualTo(List.of());
    }

    @Test
    @Capability("X6")
    void aSegmentSaysItsSentenceWhenItWasBuiltWhoMovesAndWhomItShares() {
        Visitor staff = phones.stage().staff();
        staff.post(
                "/v1/tags",
                """
                {"code":"story_mover","name":{"zh":"搬来的","en":"Moved in"},"group":"other"}
                """);
        String silent = "{\"$didNot\":{\"event\":\"trip.completed\",\"withinDays\":90}}";
        String grown = "{\"age\":{\"$gte\":31}}";
        String moved = "{\"tags\":{\"$all\":[\"story_mover\"]}}";
        JsonNode draft =
                staff.post(
                                "/v1/segments",
                                """
                                {"name":{"zh":"故事人群","en":"Story segment"},
                                 "condition":{"$or":[{"$and":[%s,%s]},%s]}}
                                """
                                        .formatted(silent, grown, moved))
                        .body();
        String id = draft.path("id").asString();
        assertThat(staff.post("/v1/segments/" + id + ":publish", "{}").status()).isEqualTo(200);
        // somebody too young for it comes in by the tag, and that is of today
        staff.post(
                "/v1/tags/story_mover:add",
                "{\"members\":[\"%s\"],\"reason\":\"story\"}"
                        .formatted(phones.stage().young().id()));
        Stage.await(
                "the one who came in",
                () ->
                        staff.get("/v1/segments/" + id)
                                        .body()
                                        .path("daily")
                                        .path(0)
                                        .path("entered")
                                        .asInt()
                                == 1);
        JsonNode other = largest(staff, id);
        try (Window desk =
                browsing.open(phones.url(), Browsing.Look.desk("zh", "light"), session())) {
            Page page = desk.go("/console/segments/" + id).page();
            String main = desk.main();
            assertThat(main)
                    .contains("90 天", "年龄")
                    .containsPattern("是在全部 [0-9,]+ 位会员里看")
                    .containsPattern("上次建好：.*用时 [0-9,]+ (毫秒|秒)，看了 [0-9,]+ 位会员")
                    .contains("每天进出", "谁进来了，谁离开了", "发布", phones.stage().young().id());

            // the same conditions the other way round select the same members
            String turned =
                    "{\"condition\":{\"$or\":[%s,{\"$and\":[%s,%s]}]}}"
                            .formatted(moved, grown, silent);
            assertThat(count(turned).path("count").asLong())
                    .isPositive()
                    .isEqualTo(staff.get("/v1/segments/" + id).body().path("count").asLong());

            Locator overlap = page.getByLabel("和别的人群重叠多少？");
            overlap.getByRole(AriaRole.COMBOBOX).click();
            overlap.getByRole(AriaRole.COMBOBOX).fill(other.path("name").path("zh").asString());
            page.keyboard().press("Enter");
            overlap.getByText("合起来").waitFor();
            JsonNode regions =
                    staff.get("/v1/segments:overlap?ids=" + id + "," + other.path("id").asString())
                            .body();
            assertThat(overlap.innerText())
                    .contains("合起来 %,d 人".formatted(regions.path("inAny").asLong()))
                    .contains("都在的 %,d 人".formatted(regions.path("inAll").asLong()));

            // a phone shows the same
            try (Window phone =
                    browsing.open(phones.url(), Browsing.Look.phone("zh", false), session())) {
                phone.go("/console/segments/" + id).see("上次建好");
            }
        }
        assertThat(browsing.faults()).isEqualTo(List.of());
    }

    private static boolean asks(List<Route> held, String value) {
        return held.getLast().request().postData().contains(value);
    }

    private static void note(Request request, List<String> givenUp) {
        if (request.url().endsWith("segments:count")) {
            givenUp.add(request.postData());
        }
    }

    private JsonNode count(String body) {
        return phones.stage().staff().post("/v1/segments:count", body).body();
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("[^0-9]", ""));
    }

    private static JsonNode largest(Visitor staff, String but) {
        return Stage.items(staff.get("/v1/segments?limit=200").body()).stream()
                .filter(one -> !one.path("id").asString().equals(but))
                .filter(one -> one.path("state").asString().equals("published"))
                .max((a, b) -> Long.compare(a.path("count").asLong(), b.path("count").asLong()))
                .orElseThrow();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private String session() {
        try (Window desk = phones.desk(Browsing.Look.desk("en", "light"))) {
            return desk.session();
        }
    }
}
