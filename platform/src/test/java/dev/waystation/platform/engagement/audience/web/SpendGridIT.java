package dev.waystation.platform.engagement.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.usecase.HearChanges;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** The grid of recency, frequency and money, on days of long ago when nobody else bought. */
@PlatformIT
class SpendGridIT {

    private static final long FIRST = 739_100_000L;
    private static final LocalDate NOW = LocalDate.of(2011, 6, 30);
    private static final LocalDate BEFORE = NOW.minusDays(90);
    private static final String EDGES =
            """
            {"days": [30, 60, 90, 180], "times": [2, 3, 4, 5],
             "minor": [10000, 20000, 30000, 40000]}
            """;

    @Autowired private MockMvc mvc;
    @Autowired private SeedAudience seed;
    @Autowired private HearChanges hear;
    @Autowired private Clock clock;

    @Test
    @Capability("SEG-08")
    void membersStandInCellsAndMoveBetweenDaysAndWhatWasGivenBackIsNoPurchase() throws Exception {
        long loyal = FIRST;
        long lapsing = FIRST + 1;
        long fresh = FIRST + 2;
        seed.load(
                Stream.of(loyal, lapsing, fresh).map(SpendGridIT::traits),
                Stream.of(
                        bought(loyal, 1, BEFORE.minusDays(5), 15_000),
                        bought(loyal, 2, NOW.minusDays(5), 15_000),
                        bought(lapsing, 3, BEFORE.minusDays(10), 25_000),
                        bought(fresh, 4, NOW.minusDays(40), 5_000),
                        bought(fresh, 5, NOW.minusDays(1), 50_000)));
        assertThat(moves(EDGES, 365))
                .containsExactlyInAnyOrder(
                        "512 -> 524: 1", // once more, 30,000 in all
                        "513 -> 213: 1", // the same purchase, a hundred days ago now
                        "null -> 525: 1");

        // what the audience makes of a returned ticket
        hear.handle(
                new HearChanges.Command(
                        List.of(
                                new HearChanges.Heard(
                                        "TicketRefunded",
                                        new HearChanges.Change.TookBack(
                                                fresh,
                                                "ticket.bought",
                                                "ticket:5",
                                                clock.instant())))));
        assertThat(moves(EDGES, 365)).contains("null -> 411: 1").doesNotContain("null -> 525: 1");
        assertThat(moves(EDGES, 95))
                .as("a shorter window forgets what lies before it")
                .contains("513 -> null: 1", "512 -> 512: 1");
    }

    @Test
    @Capability("SEG-08")
    void fifthsPartTheBuyersOfTheLaterDayAndScoreBothDaysAlike() throws Exception {
        LocalDate day = LocalDate.of(2009, 6, 30);
        seed.load(
                IntStream.range(0, 50).mapToObj(n -> traits(FIRST + 100 + n)),
                IntStream.range(0, 50)
                        .mapToObj(n ->
                                bought(
                                        FIRST + 100 + n,
                                        1_000 + n,
                                        day.minusDays(n),
                                        1_000L * (n + 1))));
        String body = grid(day.minusDays(1), day, 300, "null");
        int[] byMoney = new int[6];
        for (int money = 1; money <= 5; money++) {
            List<Integer> counts =
                    JsonPath.read(body, "$.cells[?(@.score.money == " + money + ")].now");
            byMoney[money] = counts.stream().mapToInt(Integer::intValue).sum();
        }
        assertThat(byMoney).containsExactly(0, 9, 10, 10, 10, 11);
        assertThat((Integer) JsonPath.read(body, "$.buyersBefore")).isEqualTo(49);
        List<Integer> edges = JsonPath.read(body, "$.edges.minor");
        assertThat(edges).containsExactly(10_000, 20_000, 30_000, 40_000);
    }

    @Test
    void edgesThatDoNotRiseAreRefused() throws Exception {
        mvc.perform(question(BEFORE, NOW, 365, EDGES.replace("60, 90", "90, 60")))
                .andExpect(status().isBadRequest());
    }

    private List<String> moves(String edges, int window) throws Exception {
        List<Map<String, Object>> moves =
                JsonPath.read(grid(BEFORE, NOW, window, edges), "$.moves");
        return moves.stream()
                .map(each ->
                        "%s -> %s: %s"
                                .formatted(
                                        score(each.get("before")),
                                        score(each.get("now")),
                                        each.get("count")))
                .toList();
    }

    private static String score(@Nullable Object score) {
        return score instanceof Map<?, ?> m
                ? "" + m.get("recency") + m.get("frequency") + m.get("money")
                : "null";
    }

    private String grid(LocalDate before, LocalDate now, int window, String edges)
            throws Exception {
        return mvc.perform(question(before, now, window, edges))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder
            question(LocalDate before, LocalDate now, int window, String edges) {
        return post("/v1/segments:spending")
                .with(SignIn.staff("segments.read"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        """
                        {"before": "%s", "now": "%s", "windowDays": %d, "edges": %s}
                        """
                                .formatted(before, now, window, edges));
    }

    private static SeedAudience.Deed bought(long member, long ticket, LocalDate day, long minor) {
        return new SeedAudience.Deed(
                member, "ticket.bought", "ticket:" + ticket, day, minor, "second", "WUH", "CAN");
    }

    private static SeedAudience.Traits traits(long id) {
        return new SeedAudience.Traits(
                id,
                LocalDate.of(1990, 1, 1),
                "female",
                "WUH",
                LocalDate.of(2009, 1, 1),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                0);
    }
}
