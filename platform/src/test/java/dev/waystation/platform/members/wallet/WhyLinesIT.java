package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every line of an account answers "Why?", to staff and to the member in the same words. */
@PlatformIT
class WhyLinesIT {

    @Autowired Points points;
    @Autowired MockMvc mvc;
    @Autowired JsonMapper json;
    @Autowired Clock clock;

    private final Wishes somebody = Wishes.ofSomebody();

    @Test
    @Capability("X12")
    void everyLineOfEveryKindSaysWhyAndTheMemberReadsTheSameAsStaff() throws Exception {
        LocalDate last = LocalDate.now(clock).plusDays(90);
        PointsCommand.Credit earned = somebody.creditOf("ord_9", 500, last);
        points.post(earned);
        points.post(somebody.spend(120));
        points.post(somebody.promise("ord_10", 40, null));
        points.post(
                new PointsCommand.Hold(
                        UUID.randomUUID(),
                        somebody.memberId(),
                        Points.POINTS,
                        100,
                        clock.instant().plusSeconds(60),
                        "auction/7"));
        PointsCommand.TakeBack back = somebody.takeBack(earned, 50);
        points.post(back);
        points.post(somebody.restore(back));
        points.post(
                new PointsCommand.Spend(
                        UUID.randomUUID(),
                        somebody.memberId(),
                        Points.POINTS,
                        30,
                        "reward",
                        Note.by("staff:3", "ord_11")));

        List<JsonNode> staff =
                explained(
                        "/v1/members/" + PublicId.encode("mbr", somebody.memberId()) + "/points",
                        SignIn.role("auditor"));
        List<JsonNode> member = explained("/v1/me/points", SignIn.member(somebody.memberId()));

        assertThat(staff).hasSize(7).isEqualTo(member);
        for (JsonNode why : member) {
            assertThat(why.at("/sentence/zh").asString()).as(why.toString()).isNotBlank();
            assertThat(why.at("/sentence/en").asString()).as(why.toString()).isNotBlank();
        }
        JsonNode reward = member.getFirst();
        assertThat(reward.at("/sentence/zh").asString()).isEqualTo("积分使用 −30 分，事由：兑换。");
        assertThat(reward.at("/sentence/en").asString())
                .isEqualTo("Points spent: −30 points, for a reward.");
        assertThat(reward.at("/reasons").findValuesAsString("code"))
                .containsSubsequence("ORDER", "STAFF", "LOT", "BALANCE");
    }

    /** What stands behind the Why? of each line, fetched as a screen does. */
    private List<JsonNode> explained(String path, RequestPostProcessor who) throws Exception {
        List<JsonNode> reasons = new ArrayList<>();
        for (JsonNode line : read(path, who).at("/postings/items")) {
            JsonNode kept = line.get("why");
            reasons.add(
                    kept.isNull()
                            ? line.get("plain")
                            : read("/v1/explanations/" + kept.asString(), who));
        }
        return reasons;
    }

    private JsonNode read(String path, RequestPostProcessor who) throws Exception {
        return json.readTree(
                mvc.perform(get(path).with(who))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }
}
