package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.testkit.Capability;
import dev.waystation.testkit.Draw;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the calendar alone does: silence falls due, and everybody is in one stage of life. */
@PlatformIT
class CalendarIT extends AudienceOnItsOwnClock {

    @Test
    @Capability("SEG-09")
    void everyMemberIsInExactlyOneStageOfLifeOnEveryDay() {
        long first = 715_000_000L;
        Draw draw = new Draw(9);
        LoadMembers load = load();
        HearChanges hear = hear();
        FlipMembers flip = flip();
        fill(draw, first, load);
        List<Long> mine = LongStream.range(first, first + COUNT).boxed().toList();
        Set<String> seen = new TreeSet<>();
        for (int round = 0; round < 30; round++) {
            for (var row : traits.find(mine)) {
                List<String> stages =
                        row.tags().stream().filter(tag -> tag.startsWith("stage_")).toList();
                assertThat(stages).as("member %d in round %d", row.memberId(), round).hasSize(1);
                seen.addAll(stages);
            }
            List<HearChanges.Heard> heard =
                    draw.listOf(
                            1,
                            20,
                            next -> StormyAudience.change(next, first, COUNT, clock.instant()));
            inTransaction(() -> hear.handle(new HearChanges.Command(heard)));
            clock.advance(Duration.ofDays(draw.between(1, 30)));
            inTransaction(flip::handle);
        }
        assertThat(seen).hasSize(5);
    }

    @Test
    @Capability("TAG-03")
    void silenceOfNinetyDaysFlipsOnItsDayWithoutAnyEvent() {
        long member = 720_000_000L;
        HearChanges hear = hear();
        FlipMembers flip = flip();
        inTransaction(ready::install);
        HearChanges.Change trip =
                new HearChanges.Change.Did(
                        member,
                        Vocabulary.TRIP,
                        "t1",
                        5_000,
                        "second",
                        null,
                        null,
                        clock.instant());
        inTransaction(() ->
                hear.handle(
                        new HearChanges.Command(
                                List.of(new HearChanges.Heard("TripCompleted", trip)))));

        clock.advance(Duration.ofDays(89));
        inTransaction(flip::handle);
        assertThat(codes(member)).doesNotContain("dormant_90");
        clock.advance(Duration.ofDays(1));
        inTransaction(flip::handle);
        assertThat(codes(member)).contains("dormant_90");

        HearChanges.Change again =
                new HearChanges.Change.Did(
                        member,
                        Vocabulary.TRIP,
                        "t2",
                        5_000,
                        "second",
                        null,
                        null,
                        clock.instant());
        inTransaction(() ->
                hear.handle(
                        new HearChanges.Command(
                                List.of(new HearChanges.Heard("TripCompleted", again)))));
        assertThat(codes(member)).doesNotContain("dormant_90");
    }

    @Test
    @Capability("SEG-03")
    void silenceEntersASegmentAtTheMidnightItFallsDueAndSaysWhyBeforehand() {
        long member = 725_000_000L;
        LoadMembers load = load();
        HearChanges hear = hear();
        FlipMembers flip = flip();
        inTransaction(ready::install);
        long segment =
                rules.read().segments().stream()
                        .filter(rule -> rule.name().en().startsWith("Dormant members"))
                        .findFirst()
                        .orElseThrow()
                        .key();
        HearChanges.Change trip =
                new HearChanges.Change.Did(
                        member,
                        Vocabulary.TRIP,
                        "s1",
                        600_000,
                        "first",
                        null,
                        null,
                        clock.instant());
        inTransaction(() ->
                hear.handle(
                        new HearChanges.Command(
                                List.of(new HearChanges.Heard("TripCompleted", trip)))));
        LocalDate due = load.today().plusDays(90);
        ZonedDateTime midnight = due.atStartOfDay(VenueZone.DEFAULT);
        clock.advance(Duration.between(clock.instant(), midnight.toInstant()).minusSeconds(1));
        inTransaction(flip::handle);
        assertThat(memberships.contains(segment, member)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        inTransaction(flip::handle);
        assertThat(memberships.contains(segment, member)).isTrue();
        assertThat(memberships.changes(segment, Long.MAX_VALUE, 5))
                .first()
                .satisfies(change -> {
                    assertThat(change.memberId()).isEqualTo(member);
                    assertThat(change.kind()).isEqualTo("time");
                });
    }

    private Set<String> codes(long member) {
        return tags.ofMember(member).stream().map(tag -> tag.code()).collect(Collectors.toSet());
    }
}
