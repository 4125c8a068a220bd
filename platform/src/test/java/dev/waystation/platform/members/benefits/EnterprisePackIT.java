package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.benefits.model.EnterprisePack;
import dev.waystation.platform.members.benefits.model.EnterpriseSeat;
import dev.waystation.platform.members.benefits.model.Period;
import dev.waystation.platform.members.benefits.usecase.AssignSeats;
import dev.waystation.platform.members.benefits.usecase.AssignSeats.SeatRefusal;
import dev.waystation.platform.members.benefits.usecase.ShowPacks;
import dev.waystation.platform.members.benefits.usecase.ShowRewards;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PlatformIT
class EnterprisePackIT {

    @Autowired AssignSeats seats;
    @Autowired Entitlements entitlements;
    @Autowired ShowRewards show;
    @Autowired WorldClock clock;

    @Autowired Members members;
    @Autowired ShowPacks packs;
    @Autowired MockMvc mvc;

    private long ann;
    private long ben;
    private long cem;
    private long pack;

    @BeforeEach
    void buyTwoSeats() {
        ann = joined();
        ben = joined();
        cem = joined();
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

        List<EnterpriseSeat> people = people(pack);
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
        List<Long> staff = LongStream.range(0, 60).map(_ -> joined()).boxed().toList();
        try (ExecutorService office = Executors.newFixedThreadPool(16)) {
            var answers =
                    staff.stream()
                            .map(person ->
                                    office.submit(() ->
                                            seats.assign(ten, person, UUID.randomUUID(), "test")))
                            .toList();
            int given = 0;
            for (var answer : answers) {
                given += answer.get() instanceof AssignSeats.Outcome.Done ? 1 : 0;
            }
            assertThat(given).isEqualTo(10);
        }
        assertThat(people(ten)).hasSize(10);
    }

    @Test
    @Capability("L54")
    void aSeatGoesToMembersOnlyAndToNobodyAfterTheLastDay() {
        assertThat(assign(Long.MAX_VALUE - 7)).isEqualTo(SeatRefusal.PERSON_IS_NO_MEMBER);
        pack = bought(1, LocalDate.now(clock).minusDays(1));
        assertThat(assign(ann)).isEqualTo(SeatRefusal.PACK_HAS_EXPIRED);
        assertThat(packs.usage(pack).orElseThrow().row().state())
                .isEqualTo(ShowPacks.State.EXPIRED);
        pack = bought(1, LocalDate.now(clock));
        assertThat(assign(ann)).as("the last day still counts").isNull();
    }

    @Test
    @Capability("L54")
    void staffSeesWhoseAPackIsWhatIsLeftAndWhyASeatCanComeBackOrStays() throws Exception {
        assertThat(assign(ann)).isNull();
        assertThat(assign(ben)).isNull();
        visitLounge(ann);
        mvc.perform(
                        get("/v1/enterprise-packs/" + PublicId.encode("epk", pack))
                                .with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.pack.buyer").value("测试公司"))
                .andExpect(jsonPath("$.pack.benefitName.zh").value("贵宾候车室"))
                .andExpect(jsonPath("$.pack.left").value(0))
                .andExpect(jsonPath("$.pack.state").value("full"))
                .andExpect(jsonPath("$.pack.why.reasons[0].code").value("PACK_SEATS"))
                .andExpect(jsonPath("$.people[0].name").value("测**"))
                .andExpect(jsonPath("$.people[0].assignedBy").value("test"))
                .andExpect(jsonPath("$.people[0].why.sentence.zh").value("已经用过，不能收回"))
                .andExpect(jsonPath("$.people[1].why.sentence.zh").value("还没用过，可以收回"));
        String order =
                """
                {"account":"%s","buyer":"甲","benefit":"%s","seats":1,"quota":1,"period":"term",
                "from":"%s","until":"%<s"}
                """;
        buys(order.formatted(PublicId.encode("acc", 987_654_321L), "lounge", LocalDate.now(clock)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("PACK_BUYER_UNKNOWN"));
        buys(order.replace("\"account\":\"%s\",", "").formatted("palace", LocalDate.now(clock)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("PACK_BENEFIT_UNKNOWN"));
    }

    private ResultActions buys(String order) throws Exception {
        return mvc.perform(
                post("/v1/enterprise-packs")
                        .with(SignIn.role("operations"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(order));
    }

    private List<EnterpriseSeat> people(long of) {
        return packs.usage(of).orElseThrow().seats().stream().map(ShowPacks.Seat::seat).toList();
    }

    private long joined() {
        return members.register(People.born(LocalDate.of(1990, 5, 1))).value();
    }

    private long bought(int count) {
        return bought(count, LocalDate.now(clock).plusDays(90));
    }

    private long bought(int count, LocalDate until) {
        EnterprisePack wanted =
                new EnterprisePack(
                        0,
                        null,
                        "测试公司",
                        "lounge",
                        count,
                        0,
                        2,
                        Period.MONTH,
                        until.minusDays(90),
                        until);
        return seats.buy(wanted) instanceof AssignSeats.Outcome.Done(EnterprisePack done)
                ? done.id()
                : 0;
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
        return code(seats.assign(pack, member, UUID.randomUUID(), "test"));
    }

    private @Nullable SeatRefusal recall(long member) {
        return code(seats.recall(pack, member));
    }

    private static @Nullable SeatRefusal code(AssignSeats.Outcome of) {
        return of instanceof AssignSeats.Outcome.Refused(SeatRefusal refusal) ? refusal : null;
    }
}
