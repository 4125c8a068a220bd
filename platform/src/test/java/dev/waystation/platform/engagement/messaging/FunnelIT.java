package dev.waystation.platform.engagement.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.usecase.FillList;
import dev.waystation.platform.engagement.messaging.usecase.FunnelAudience;
import dev.waystation.platform.engagement.messaging.usecase.FunnelPeople;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Before a launch: who will receive it, and what keeps the others. */
@PlatformIT
class FunnelIT {

    @Autowired FunnelAudience funnel;
    @Autowired FunnelPeople people;
    @Autowired SeedAudience audience;
    @Autowired FillList lists;
    @Autowired JdbcClient jdbc;

    @Test
    void theFunnelBeforeALaunchAddsUpAndItsEndIsWhatTheGateLetsThrough() {
        long first = 870_000_000L;
        LocalDate joined = LocalDate.of(2026, 1, 1);
        audience.load(
                LongStream.range(first, first + 40)
                        .mapToObj(id -> {
                            long kind = id % 4;
                            return new SeedAudience.Traits(
                                    id,
                                    LocalDate.of(1990, 1, 1),
                                    "female",
                                    "WUH",
                                    joined,
                                    null,
                                    kind >= 2 ? List.of("sms") : List.of(),
                                    kind == 1 ? List.of("sms") : List.of(),
                                    kind == 3 ? List.of("sms") : List.of(),
                                    null,
                                    0);
                        }),
                java.util.stream.Stream.of());
        String csv =
                String.join(
                        "\n",
                        LongStream.range(first, first + 40)
                                .mapToObj(id -> PublicId.encode("mbr", id))
                                .toList());
        var filled =
                (FillList.Outcome.Filled)
                        lists.handle(
                                new FillList.Command(
                                        Said.same("funnel " + UUID.randomUUID()),
                                        (csv
                                                        + "\nnobody\nmbr_zzz\n"
                                                        + PublicId.encode("mbr", first))
                                                .lines()
                                                .iterator()));
        assertThat(filled.accepted()).isEqualTo(40);
        assertThat(filled.refused()).isEqualTo(3);
        assertThat(lists.problems(filled.segmentId()))
                .extracting(problem -> problem.code())
                .contains("NOT_A_MEMBER_NUMBER", "REPEATED");
        jdbc.sql("insert into messaging.suppression values (:m, 'sms', 'bounced')")
                .param("m", first + 3)
                .update();
        FunnelAudience.Funnel shown =
                funnel.handle(new FunnelAudience.Command(filled.segmentId(), "sms"));
        Map<String, Long> steps =
                shown.steps().stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        FunnelAudience.Step::code, FunnelAudience.Step::count));
        assertThat(steps)
                .containsEntry("MATCHED", 40L)
                .containsEntry("NO_CONSENT", -10L)
                .containsEntry("OPTED_OUT", -10L)
                .containsEntry("NO_ADDRESS", -10L)
                .containsEntry("SUPPRESSED", -1L)
                .containsEntry("WILL_RECEIVE", 9L);
        assertThat(
                        steps.entrySet().stream()
                                .filter(step -> !step.getKey().equals("WILL_RECEIVE"))
                                .mapToLong(Map.Entry::getValue)
                                .sum())
                .isEqualTo(shown.willReceive());
        var asked = new FunnelAudience.Command(filled.segmentId(), "sms");
        steps.forEach((bar, count) -> {
            List<Long> behind = people.handle(asked, bar, 0, 100);
            assertThat(behind).as(bar).hasSize((int) Math.abs(count)).isSorted();
            if (behind.size() > 1) {
                assertThat(people.handle(asked, bar, behind.getFirst(), 1))
                        .as("the next of " + bar)
                        .containsExactly(behind.get(1));
            }
        });
        assertThat(people.handle(asked, "SUPPRESSED", 0, 100)).containsExactly(first + 3);
        assertThatThrownBy(() -> people.handle(asked, "ALL", 0, 100))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("bar");
    }
}
