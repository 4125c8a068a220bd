package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.benefits.model.EnterprisePack;
import dev.waystation.platform.members.benefits.model.EnterpriseSeat;
import dev.waystation.platform.members.benefits.model.Period;
import dev.waystation.platform.members.benefits.usecase.AssignSeats;
import dev.waystation.platform.members.benefits.usecase.AssignSeats.SeatRefusal;
import dev.waystation.platform.members.benefits.usecase.ShowRewards;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformIT
class EnterprisePackIT {

    @Autowired AssignSeats seats;
    @Autowired Entitlements entitlements;
    @Autowired ShowRewards show;
    @Autowired WorldClock clock;

    private final long ann = Campaigns.somebody();
    private final long ben = Campaigns.somebody();
    private final long cem = Campaigns.somebody();
    private long pack;

    @BeforeEach
    void buyTwoSeats() {
        pack = bought(2);
    }

    @Test
    @Capability("L54")
    void aCompanyAssignsItsSeatsRecallsTheUnusedAndSeesTheUsage() {
        assertThat(assign(ann)).isNull();
        assertThat(assign(ann)).isEqualTo(SeatRefusal.PERSON_HAS_A_SEAT);
        assertThat(assign(ben)).isNull();
        assertThat(assign(cem)).isEqualTo(SeatRefusal.PACK_HAS_NO_SEAT_LEFT);
        visitLounge(ann);

        assertThat(recall(ann)).isEqualTo(SeatRefusal.SEAT_WAS_USED);
        assertThat(recall(ben)).isNull();
        assertThat(recall(ben)).isEqualTo(SeatRefusal.PERSON_HAS_NO_SEAT);
        assertThat(show.entitlements(ben)).isEmpty();
        assertThat(assign(cem)).as("the seat is free again").isNull();

        List<EnterpriseSeat> people = seats.usage(pack).orElseThrow().seats();
        assertThat(
                        people.stream()
                                .map(each ->
                                        each.memberId()
                                                + " "
                                                + each.uses()
                                                + (each.recalledAt() == null ? "" : " back")))
                .containsExactly(ann + " 1", ben + " 0 back", cem + " 0");
    }

    @Test
    @Capability("L54")
    void manyAssignmentsAtOnceNeverGiveMoreSeatsThanWereBought() throws Exception {
        long ten = bought(10);
        try (ExecutorService office = Executors.newFixedThreadPool(16)) {
            var answers =
                    LongStream.range(0, 60)
                            .mapToObj(_ ->
                                    office.submit(() ->
                                            seats.assign(
                                                    ten, Campaigns.somebody(), UUID.randomUUID())))
                            .toList();
            int given = 0;
            for (var answer : answers) {
                given += answer.get() instanceof AssignSeats.Outcome.Done ? 1 : 0;
            }
            assertThat(given).isEqualTo(10);
        }
        assertThat(seats.usage(ten).orElseThrow().seats()).hasSize(10);
    }

    private long bought(int count) {
        LocalDate today = LocalDate.now(clock);
        return seats.buy(
                        new EnterprisePack(
                                0,
                                "测试公司",
                                "lounge",
                                count,
                                0,
                                2,
                                Period.MONTH,
                                today,
                                today.plusDays(90)))
                .id();
    }

    private void visitLounge(long member) {
        long id = show.entitlements(member).getFirst().entitlement().id();
        EntitlementUse use =
                new EntitlementUse(
                        UUID.randomUUID(),
                        entitlements.token(member, id),
                        "lounge",
                        clock.instant());
        assertThat(entitlements.use(use)).isInstanceOf(UseOutcome.Used.class);
    }

    private @Nullable SeatRefusal assign(long member) {
        return code(seats.assign(pack, member, UUID.randomUUID()));
    }

    private @Nullable SeatRefusal recall(long member) {
        return code(seats.recall(pack, member));
    }

    private static @Nullable SeatRefusal code(AssignSeats.Outcome of) {
        return of instanceof AssignSeats.Outcome.Refused(SeatRefusal refusal) ? refusal : null;
    }
}
