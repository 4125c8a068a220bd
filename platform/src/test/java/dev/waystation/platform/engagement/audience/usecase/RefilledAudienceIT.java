package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.Jobs;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same people loaded a second time, with other traits. */
@PlatformIT
class RefilledAudienceIT {

    private static final long STAYS = 739_000_001L;
    private static final long LEAVES = 739_000_002L;
    private static final long COMES = 739_000_003L;
    private static final Map<String, Object> RICH = Map.of("points", Map.of("$gte", 50_000_000));

    @Autowired private SeedAudience seed;
    @Autowired private DraftSegment draft;
    @Autowired private PublishSegment publish;
    @Autowired private SetTagRule rule;
    @Autowired private Jobs jobs;
    @Autowired private JdbcClient jdbc;

    @Test
    void whoNoLongerMeetsTheConditionLeavesOnARefillAndTheFeedSaysWhy() {
        load(60_000_000L, 60_000_000L, 0L);
        long segment = segment();
        assertThat(inside(segment)).containsExactly(STAYS, LEAVES);

        load(60_000_000L, 0L, 60_000_000L);

        assertThat(inside(segment)).containsExactly(STAYS, COMES);
        assertThat(feed(segment))
                .containsExactly(
                        "entered %d published".formatted(STAYS),
                        "entered %d published".formatted(LEAVES),
                        "left %d backfill".formatted(LEAVES),
                        "entered %d backfill".formatted(COMES));
        load(60_000_000L, 0L, 60_000_000L);
        assertThat(feed(segment)).as("a refill that moves nobody says nothing").hasSize(4);
    }

    @Test
    void aTagThatNoLongerHoldsEndsOnARefillAndItsStretchSaysWhy() {
        load(60_000_000L, 60_000_000L, 0L);
        String tag = "refilled_" + UUID.randomUUID().toString().substring(0, 8);
        rule.handle(
                new SetTagRule.Command(
                        new DefineTag.Command(tag, Said.same(tag), "other"),
                        RICH,
                        "staff:1",
                        "for a test"));
        jobs.awaitAll(); // looks at those whom no fact brings by
        assertThat(carriers(tag)).containsExactly(STAYS, LEAVES);

        load(60_000_000L, 0L, 60_000_000L);

        assertThat(carriers(tag)).containsExactly(STAYS, COMES);
        assertThat(
                        jdbc.sql(
                                        """
                                        select member_id || ' ' || removed_cause
                                        from audience.tag_past where tag = :tag
                                        """)
                                .param("tag", tag)
                                .query((row, _) -> row.getString(1))
                                .list())
                .containsExactly(LEAVES + " backfill");
    }

    private void load(long stays, long leaves, long comes) {
        seed.load(
                Stream.of(traits(STAYS, stays), traits(LEAVES, leaves), traits(COMES, comes)),
                Stream.of());
    }

    private static SeedAudience.Traits traits(long member, long points) {
        return new SeedAudience.Traits(
                member,
                LocalDate.of(1980, 2, 3),
                "female",
                "WUH",
                LocalDate.of(2020, 1, 1),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                points);
    }

    private long segment() {
        Said name = Said.same("refilled " + UUID.randomUUID());
        if (draft.handle(new DraftSegment.Command(name, RICH))
                instanceof DraftSegment.Outcome.Drafted(long id)) {
            publish.handle(new PublishSegment.Command(id));
            return id;
        }
        throw new AssertionError("the name is taken");
    }

    private List<Long> inside(long segment) {
        return jdbc.sql(
                        """
                        select member_id from audience.segment_member
                        where segment_id = :segment order by member_id
                        """)
                .param("segment", segment)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private List<Long> carriers(String tag) {
        return jdbc.sql("select member_id from audience.member_tag where tag = :tag order by 1")
                .param("tag", tag)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private List<String> feed(long segment) {
        return jdbc.sql(
                        """
                        select direction || ' ' || member_id || ' ' || kind
                        from audience.segment_change
                        where segment_id = :segment order by change_id
                        """)
                .param("segment", segment)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
