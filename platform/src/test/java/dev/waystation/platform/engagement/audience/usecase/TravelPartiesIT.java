package dev.waystation.platform.engagement.audience.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Condition;
import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Face;
import dev.waystation.condition.SetFace;
import dev.waystation.condition.SetPlan;
import dev.waystation.condition.SqlFace;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.engagement.audience.store.RecountStore;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.platform.members.membership.SeedHouseholds;
import dev.waystation.platform.members.membership.usecase.KeepHousehold;
import dev.waystation.platform.selling.admission.usecase.CompleteTrips;
import dev.waystation.platform.selling.booking.Changer;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Orders;
import dev.waystation.platform.selling.booking.Shop;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.Tickets;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Who bought, who travels, and what of it conditions may say of each. */
@PlatformIT
class TravelPartiesIT {

    private static final LocalDate GROWN = LocalDate.of(1990, 4, 1);
    private static final LocalDate SMALL = LocalDate.of(2018, 4, 1);

    @Autowired private AutowireCapableBeanFactory beans;
    @Autowired private Orders orders;
    @Autowired private Tickets tickets;
    @Autowired private RefundTicket refund;
    @Autowired private CompleteTrips complete;
    @Autowired private Members members;
    @Autowired private SeedHouseholds households;
    @Autowired private KeepHousehold household;
    @Autowired private ReadConditions read;
    @Autowired private CurrentVocabulary vocabulary;
    @Autowired private LoadMembers load;
    @Autowired private RecountStore recount;
    @Autowired private AudienceSets sets;
    @Autowired private FactPump pump;
    @Autowired private TransactionTemplate transaction;
    @Autowired private WorldClock clock;

    private Shop shop;
    private Changer changer;
    private long buyer;

    @BeforeEach
    void aBuyer() {
        shop = beans.createBean(Shop.class);
        changer = beans.createBean(Changer.class);
        buyer = shop.aMember();
    }

    @Test
    @Capability("CDP-12")
    void theBuyerOfTenTicketsIsOneBuyerAndNotTenTravellers() {
        List<Long> others = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            others.add(shop.aTraveller(buyer, GROWN));
        }
        List<Run> runs = shop.oneAfterAnother(2);
        Order there = bought(runs.get(0), others);
        Order back = bought(runs.get(1), others);
        travelled(there, back);
        assertThat(holds(buyer, did("ticket.bought", 10, Map.of()))).isTrue();
        assertThat(holds(buyer, did("party.bought", 2, Map.of("others", 5L)))).isTrue();
        assertThat(holds(buyer, did("party.bought", 3, Map.of()))).isFalse();
        assertThat(holds(buyer, did("trip.completed", 1, Map.of()))).as("stayed at home").isFalse();
        assertThat(holds(buyer, did("party.travelled", 1, Map.of()))).isFalse();
        assertThat(holds(buyer, Map.of("trips12m", 0L))).isTrue();
    }

    @Test
    @Capability("CDP-12")
    void theMotherBuysAndTravelsWithTheChildWhoTravelsAndBuysNothing() {
        Registration child = People.born(SMALL);
        long small = members.register(child).value();
        Order order =
                bought(
                        shop.aTrain(),
                        List.of(
                                shop.self(buyer),
                                shop.aTraveller(buyer, SMALL, child.documentNumber())));
        travelled(order);
        Map<String, Object> withChild =
                did("party.travelled", 1, Map.of("children", Map.of("$gte", 1L)));
        assertThat(holds(buyer, withChild)).isTrue();
        assertThat(holds(buyer, did("party.travelled", 1, Map.of("own", true)))).isTrue();
        assertThat(holds(buyer, did("party.bought", 1, Map.of("partySize", 2L, "others", 1L))))
                .isTrue();
        assertThat(holds(small, withChild)).as("itself is no company").isFalse();
        assertThat(holds(small, did("party.travelled", 1, Map.of("role", "child", "own", false))))
                .isTrue();
        assertThat(holds(small, did("trip.completed", 1, Map.of()))).isTrue();
        assertThat(holds(small, did("ticket.bought", 1, Map.of()))).as("bought nothing").isFalse();
        assertThat(holds(small, did("party.bought", 1, Map.of()))).isFalse();
        assertThat(holds(buyer, did("trip.completed", 2, Map.of())))
                .as("one journey each")
                .isFalse();
    }

    @Test
    @Capability("CDP-12")
    void whoGivesBackLeavesThePartyAndWhoChangesParts() {
        changer.rules();
        List<Run> runs = shop.trains(2);
        Order order =
                bought(
                        runs.get(0),
                        List.of(
                                shop.self(buyer),
                                shop.aTraveller(buyer, GROWN),
                                shop.aTraveller(buyer, GROWN)));
        assertThat(holds(buyer, size(3))).isTrue();
        refund.handle(order.tickets().get(1).id());
        pump.drain();
        assertThat(holds(buyer, size(2))).isTrue();
        assertThat(holds(buyer, size(3))).isFalse();

        Ticket parting = shop.now(order).tickets().get(2);
        Order change = changer.opened(parting, runs.get(1), "business");
        shop.pay(change);
        pump.drain();
        assertThat(holds(buyer, did("party.bought", 2, Map.of("partySize", 1L))))
                .as("two alone")
                .isTrue();
        assertThat(holds(buyer, size(2))).isFalse();

        refund.handle(order.tickets().get(0).id());
        refund.handle(shop.now(change).tickets().getFirst().id());
        pump.drain();
        assertThat(holds(buyer, did("party.bought", 1, Map.of()))).as("all gave back").isFalse();
    }

    @Test
    @Capability("CDP-12")
    void aHouseholdIsAskedForByWhoIsInItAndLeavesWithIt() {
        long other = shop.aMember();
        households.form(List.of(buyer, other));
        pump.drain();
        assertThat(
                        holds(
                                buyer,
                                Map.of(
                                        "field_household_size",
                                        2L,
                                        "field_household_role",
                                        "owner")))
                .isTrue();
        assertThat(holds(other, Map.of("field_household_role", "adult"))).isTrue();
        household.disband(buyer);
        pump.drain();
        assertThat(holds(buyer, Map.of("field_household_size", Map.of("$exists", true)))).isFalse();
        assertThat(holds(other, Map.of("field_household_role", "adult"))).isFalse();
    }

    private Order bought(Run run, List<Long> travellers) {
        Order order = shop.place(shop.wish(buyer, run, travellers));
        shop.pay(order);
        orders.settle(order.id());
        pump.drain();
        return shop.now(order);
    }

    private void travelled(Order... journeys) {
        for (Order order : journeys) {
            for (Ticket ticket : order.tickets()) {
                transaction.executeWithoutResult(
                        _ -> tickets.checkIn(ticket.id(), ticket.trip().from().at()));
            }
        }
        for (Order order : journeys) {
            if (clock.instant().isBefore(order.trip().to().at())) {
                clock.moveTo(order.trip().to().at());
            }
        }
        while (complete.handle(clock.instant()) > 0) {
            pump.drain();
        }
        pump.drain();
    }

    private static Map<String, Object> size(long size) {
        return did("party.bought", 1, Map.of("partySize", size));
    }

    private static Map<String, Object> did(String event, int times, Map<String, Object> where) {
        return Map.of(
                "$did",
                where.isEmpty()
                        ? Map.of("event", event, "atLeast", times, "withinDays", 30)
                        : Map.of(
                                "event",
                                event,
                                "atLeast",
                                times,
                                "withinDays",
                                30,
                                "where",
                                where));
    }

    /** In memory, in SQL and, where it carries it, in sets: a recount says the same. */
    private boolean holds(long member, Map<String, Object> condition) {
        Condition parsed = read.parse(condition);
        var catalogue = vocabulary.attributes();
        boolean evaluated =
                Evaluator.declared().test(parsed, load.find(member).orElseThrow().row(catalogue));
        var sql =
                (Face.Carried<SqlFace.Where>)
                        SqlFace.compile(parsed, catalogue, Vocabulary.sql(catalogue));
        assertThat(recount.members(sql.compiled(), load.today()).contains(member))
                .isEqualTo(evaluated);
        if (SetFace.compile(parsed, catalogue) instanceof Face.Carried<SetPlan> plan) {
            assertThat(contains(plan.compiled(), member)).isEqualTo(evaluated);
        }
        return evaluated;
    }

    private boolean contains(SetPlan plan, long member) {
        return sets.select(plan, load.today()).members(member - 1, 1).contains(member);
    }
}
