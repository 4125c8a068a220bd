package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.audience.store.BuildStore;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A published segment gets another condition while it goes on serving the one before. */
@PlatformIT
class RebuiltSegmentsIT {

    private static final long FIRST = 738_000_000L;
    private static final int MEMBERS = 2_500;

    @Autowired private SeedAudience seed;
    @Autowired private DraftSegment draft;
    @Autowired private PublishSegment publish;
    @Autowired private ListSegments list;
    @Autowired private RebuildSegment work;
    @Autowired private BuildStore builds;
    @Autowired private HearChanges hear;
    @Autowired private Segments segments;
    @Autowired private JdbcClient jdbc;
    @Autowired private JsonMapper json;
    @Autowired private Clock clock;

    @Test
    @Capability("SEG-13")
    void aBuildThatWasKilledGoesOnFromItsMarkAndHearsWhatChangedMeanwhile() {
        seedMembers();
        long segment = published(bornBefore(1933));
        long before = segments.count(segment);
        int version =
                builds.start(segment, bornBefore(1935), "staff:1", clock.instant()).orElseThrow();
        Progress progress = new Progress(FIRST + 5);
        assertThatThrownBy(() -> work.run(parameters(segment, version), progress))
                .isInstanceOf(Killed.class);
        long mark = Objects.requireNonNull(progress.mark).asLong();
        assertThat(mark).isBetween(FIRST + 5, FIRST + MEMBERS - 3L);
        assertThat(segments.count(segment)).as("serves the version before").isEqualTo(before);
        assertThat(list.find(segment).orElseThrow().version()).isEqualTo(version - 1);

        // two the build has looked at, and one it has not, change before it goes on
        correct(FIRST + 4, 1990);
        correct(FIRST + MEMBERS - 2, 1990);
        correct(FIRST + 5, 1934); // only the condition being built lets this one in
        assertThat(mine(segment)).doesNotContain(FIRST + 5);
        Progress rest = new Progress(Long.MAX_VALUE);
        rest.mark = progress.mark;
        work.run(parameters(segment, version), rest);

        assertThat(rest.pages.get() + progress.pages.get())
                .as("no page twice")
                .isEqualTo(pagesOfAll());
        assertThat(mine(segment))
                .isEqualTo(bySql(1935))
                .contains(FIRST + 5)
                .doesNotContain(FIRST + 4, FIRST + MEMBERS - 2);
        assertThat(list.find(segment).orElseThrow().version()).isEqualTo(version);
        assertThat(list.find(segment).orElseThrow().building()).isNull();
    }

    /** The commit of the last step and the end of the job are two: it may come back in between. */
    @Test
    void aBuildThatComesBackAfterItsLastStepLeavesTheNextOneAlone() {
        seedMembers();
        long segment = published(bornBefore(1933));
        int version =
                builds.start(segment, bornBefore(1935), "staff:1", clock.instant()).orElseThrow();
        Progress progress = new Progress(Long.MAX_VALUE);
        work.run(parameters(segment, version), progress);
        int next =
                builds.start(segment, bornBefore(1933), "staff:1", clock.instant()).orElseThrow();

        assertThat(work.run(parameters(segment, version), progress)).isEqualTo(0);
        assertThat(mine(segment)).isEqualTo(bySql(1935));
        assertThat(list.find(segment).orElseThrow().version()).isEqualTo(version);

        work.run(parameters(segment, next), new Progress(Long.MAX_VALUE));
        assertThat(mine(segment)).isEqualTo(bySql(1933));
    }

    @Test
    @Capability("SEG-13")
    void aBuildThatFailsSaysSoAndTheLastGoodVersionStays() {
        seedMembers();
        long segment = published(bornBefore(1933));
        List<Long> before = mine(segment);
        int version =
                builds.start(segment, bornBefore(1935), "staff:1", clock.instant()).orElseThrow();
        Progress broken = new Progress(Long.MAX_VALUE);
        broken.failing = true;
        assertThatThrownBy(() -> work.run(parameters(segment, version), broken))
                .isInstanceOf(IllegalStateException.class);

        ListSegments.View shown = list.find(segment).orElseThrow();
        assertThat(Objects.requireNonNull(shown.building()).failure()).isEqualTo("disk is full");
        assertThat(shown.countedAt()).isNotNull();
        assertThat(shown.condition()).isEqualTo(bornBefore(1933));
        assertThat(mine(segment)).isEqualTo(before);
        assertThat(
                        jdbc.sql(
                                        """
                                        select body ->> 'why' from foundation.fact
                                        where type = 'audience.SegmentBuildFailed' and subject = :s
                                        """)
                                .param("s", segment)
                                .query(String.class)
                                .list())
                .containsExactly("disk is full");
        assertThat(builds.start(segment, bornBefore(1935), "staff:1", clock.instant()))
                .as("it may be tried again")
                .contains(version);
        work.run(parameters(segment, version), new Progress(Long.MAX_VALUE));
        assertThat(mine(segment)).isEqualTo(bySql(1935));
    }

    private void correct(long member, int born) {
        var change =
                new HearChanges.Change.Registered(member, born, "male", "WUH", clock.instant());
        hear.handle(
                new HearChanges.Command(List.of(new HearChanges.Heard("MemberCorrected", change))));
    }

    private long published(Map<String, Object> condition) {
        Said name = Said.same("重建 " + UUID.randomUUID());
        if (draft.handle(new DraftSegment.Command(name, condition))
                instanceof DraftSegment.Outcome.Drafted(long id)) {
            publish.handle(new PublishSegment.Command(id));
            return id;
        }
        throw new AssertionError("the name is taken");
    }

    /** Years of birth from 1930 on, 250 members each. */
    private void seedMembers() {
        seed.load(
                LongStream.range(0, MEMBERS)
                        .mapToObj(n ->
                                new SeedAudience.Traits(
                                        FIRST + n,
                                        LocalDate.of(1930 + (int) (n % 10), 1, 1),
                                        "female",
                                        "WUH",
                                        LocalDate.of(2026, 1, 1),
                                        null,
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        null,
                                        0)),
                Stream.of());
    }

    private Map<String, Object> bornBefore(int year) {
        return Map.of("age", Map.of("$gte", ageOfBornBefore(year)));
    }

    /** On the day of the clock that all tests share: it may stand in any year. */
    private int ageOfBornBefore(int year) {
        return today().getYear() - year + 1;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
    }

    private List<Long> mine(long segment) {
        return segments.members(segment, FIRST - 1, MEMBERS).stream()
                .filter(id -> id < FIRST + MEMBERS)
                .toList();
    }

    private List<Long> bySql(int year) {
        return jdbc.sql(
                        """
                        select member_id from audience.member_trait
                        where member_id between :first and :last
                          and extract(year from age(cast(:today as timestamp),
                              cast(birth_date as timestamp))) >= :age
                        order by 1
                        """)
                .param("first", FIRST)
                .param("last", FIRST + MEMBERS - 1)
                .param("today", today())
                .param("age", ageOfBornBefore(year))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private int pagesOfAll() {
        long all =
                jdbc.sql("select count(*) from audience.member_trait").query(Long.class).single();
        return (int) (all / 1_000) + 1;
    }

    private JsonNode parameters(long segment, int version) {
        return json.valueToTree(new RebuildSegment.Parameters(segment, version));
    }

    /** What a process that ends in the middle of a page looks like from inside. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Keeps the mark as the job table would, and ends in the page after that of a member. */
    private final class Progress implements JobProgress {
        private final long until;
        private final AtomicInteger pages = new AtomicInteger();
        private @Nullable JsonNode mark;
        private boolean failing;

        Progress(long until) {
            this.until = until;
        }

        @Override
        public void total(long units) {}

        @Override
        public void done(long units) {}

        @Override
        public Optional<JsonNode> mark() {
            return Optional.ofNullable(mark);
        }

        @Override
        public void mark(Object where, long done) {
            if (failing) {
                throw new IllegalStateException("disk is full");
            }
            if (mark != null && mark.asLong() >= until) {
                throw new Killed();
            }
            pages.incrementAndGet();
            mark = json.valueToTree(where);
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void partial() {}

        @Override
        public long jobId() {
            return 0;
        }
    }
}
