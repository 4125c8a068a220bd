package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which tags live, which nobody would miss. */
class TagListIT extends PhoneStory {

    @Test
    @Capability("X5")
    void aTagShowsItsTrendItsLastRunAndItsUsersAndUnusedOnesAreListed() {
        Visitor staff = phones.stage().staff();
        for (String code : List.of("story_used", "story_idle")) {
            staff.post(
                    "/v1/tags",
                    """
                    {"code":"%s","name":{"zh":"%s","en":"%s"},"group":"other"}
                    """
                            .formatted(code, code, code));
        }
        assertThat(coverage(staff, "story_used").path("usedBy").size()).isZero();
        staff.post(
                "/v1/segments",
                """
                {"name":{"zh":"用标签的人群","en":"Asks for the tag"},
                 "condition":{"$not":{"tags":{"$all":["story_used"]}}}}
                """);
        phones.stage().moveTo(phones.stage().now().plus(Duration.ofHours(2)));
        Stage.await("today's note", () -> coverage(staff, "story_used").path("trend").size() == 1);
        phones.stage().moveTo(phones.stage().now().plus(Duration.ofHours(25)));
        staff.post(
                "/v1/tags/story_used:add",
                "{\"members\":[\"%s\",\"%s\"],\"reason\":\"story\"}"
                        .formatted(phones.stage().young().id(), phones.stage().elder().id()));
        phones.stage().moveTo(phones.stage().now().plus(Duration.ofHours(2)));
        Stage.await("the note after it", () -> latest(coverage(staff, "story_used")) == 2);

        JsonNode used = coverage(staff, "story_used");
        assertThat(used.path("trend").path(0).asInt()).isZero();
        assertThat(used.path("changedAt").asString()).isNotBlank();
        assertThat(used.path("usedBy").path(0).path("kind").asString()).isEqualTo("segment");
        assertThat(coverage(staff, "story_idle").path("usedBy").size()).isZero();

        try (Window desk = phones.desk(Browsing.Look.desk("en", "light"))) {
            Page page = desk.go("/console/tags?q=story").page();
            Locator row = row(page, "story_used");
            row.getByRole(AriaRole.IMG, name("story_used: 0 members two weeks ago, 2 now"))
                    .waitFor();
            assertThat(row.innerText()).contains("segment Asks for the tag");
            assertThat(row(page, "story_idle").innerText()).contains("nobody");

            // rules say when they ran; what is set by hand has no run
            desk.go("/console/tags").see("Used by");
            JsonNode ruled = anyRule(staff);
            assertThat(ruled.path("ranAt").asString()).isNotBlank();
            assertThat(
                            coverage(staff, "story_idle").path("ranAt").isNull()
                                    || coverage(staff, "story_idle").path("ranAt").isMissingNode())
                    .isTrue();

            desk.press("Show them");
            page.waitForCondition(() -> row(page, "story_used").count() == 0);
            assertThat(page.url()).contains("use=unused");
            row(page, "story_idle").waitFor();
        }
        try (Window phone =
                browsing.open(phones.url(), Browsing.Look.phone("zh", false), session())) {
            phone.go("/console/tags?use=unused&q=story").see("没有人用");
        }
        assertThat(browsing.faults()).isEqualTo(List.of());
    }

    private static int latest(JsonNode coverage) {
        return coverage.path("trend").path(coverage.path("trend").size() - 1).asInt();
    }

    private static JsonNode coverage(Visitor staff, String code) {
        return all(staff).stream()
                .filter(one -> one.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> all(Visitor staff) {
        return Stage.items(staff.get("/v1/tag-coverage").body());
    }

    private static JsonNode anyRule(Visitor staff) {
        String code =
                Stage.items(staff.get("/v1/tags").body()).stream()
                        .filter(tag -> tag.path("kind").asString().equals("rule"))
                        .findFirst()
                        .orElseThrow()
                        .path("code")
                        .asString();
        return coverage(staff, code);
    }

    private static Locator row(Page page, String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator.GetByRoleOptions name(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private String session() {
        try (Window desk = phones.desk(Browsing.Look.desk("en", "light"))) {
            return desk.session();
        }
    }
}
