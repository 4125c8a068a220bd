package dev.waystation.platform.selling.awards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.Together;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.TimerWheel;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.platform.selling.awards.model.AwardTerms;
import dev.waystation.platform.selling.awards.model.Wave;
import dev.waystation.platform.selling.awards.usecase.OfferAwards;
import dev.waystation.platform.selling.awards.usecase.OpenWaves;
import dev.waystation.platform.selling.awards.usecase.ReturnSeats;
import dev.waystation.platform.selling.awards.usecase.ShowAwards;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.Orders;
import dev.waystation.platform.selling.booking.Shop;
import dev.waystation.platform.selling.booking.usecase.PlaceAward;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.inventory.SeatLimits;
import dev.waystation.release.Bucket;
import dev.waystation.release.LimitSet;
import dev.waystation.release.Selector;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Seats for points: opened in waves, never more than release has opened, returned when left. */
@PlatformIT
class AwardSeatsIT {

    private static final int CLIENTS = 64;
    private static final int MONTH = 30 * 24 * 60;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired OfferAwards offerAwards;
    @Autowired OpenWaves openWaves;
    @Autowired ReturnSeats returnSeats;
    @Autowired ShowAwards show;
    @Autowired PlaceAward placeAward;
    @Autowired Orders orders;
    @Autowired SeatLimits limits;
    @Autowired Points points;
    @Autowired FactPump pump;
    @Autowired TimerWheel timers;
    @Autowired WorldClock clock;

    private Shop shop;
    private Run run;

    @BeforeEach
    void aTrain() {
        shop = beans.createBean(Shop.class);
        run = shop.aTrain();
    }

    @Test
    @Capability("L57")
    void sixtyFourAskForTenSeatsAndTenGetOneThenTheNextWaveOpensAndTheRestReturnsToSale() {
        int onSale = shop.free(run, 0, 2);
        long offer = offer(3, new Wave(MONTH, 10), new Wave(20, 4));
        openWaves.handle();
        openWaves.handle();
        assertThat(shop.free(run, 0, 2)).as("set aside once").isEqualTo(onSale - 10);

        List<Long> members = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            members.add(somebodyWith(1_000_000));
        }
        List<PlaceAward.Outcome> answers = Together.run(CLIENTS, i -> ask(members.get(i)));
        assertThat(placed(answers)).hasSize(10);
        assertThat(placed(answers).stream().map(Order::tickets).distinct()).hasSize(10);
        assertThat(refusals(answers)).containsOnly(AwardRefusal.AWARD_SEATS_ARE_TAKEN);
        pump.drain();
        assertThat(placed(answers))
                .allSatisfy(
                        order -> assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID));
        assertThat(shop.free(run, 0, 2)).isEqualTo(onSale - 10);
        Explanation why = Objects.requireNonNull(shown().why());
        assertThat(why.reasons()).extracting("code").contains("AWARD_NEXT_WAVE", "AWARD_TAKEN");
        assertThat(why.sentence().en()).contains("are taken. The next wave opens at");

        advanceToBeforeDeparture(Duration.ofMinutes(19));
        assertThat(shown().counts().aside()).isEqualTo(4);
        assertThat(ask(somebodyWith(1_000_000))).isInstanceOf(PlaceAward.Outcome.Placed.class);
        pump.drain();

        advanceToBeforeDeparture(Duration.ofMinutes(4));
        assertThat(shown().counts())
                .as("ten and one taken, three returned")
                .satisfies(counts -> assertThat(counts.aside()).isZero())
                .satisfies(counts -> assertThat(counts.taken()).isEqualTo(11))
                .satisfies(counts -> assertThat(counts.returned()).isEqualTo(3));
        assertThat(shop.free(run, 0, 2)).isEqualTo(onSale - 11);
        assertThat(refusals(List.of(ask(somebodyWith(1_000_000)))))
                .containsExactly(AwardRefusal.AWARD_SEATS_WENT_BACK);
        offerAwards.close(offer, "staff:1");
    }

    /** The control: who counts first and writes then sells one seat to several. */
    @Test
    void controlCountingBeforeTakingSellsBeyondTheWave() {
        AtomicInteger left = new AtomicInteger(1);
        AtomicInteger sold = new AtomicInteger();
        CyclicBarrier allHaveSeen = new CyclicBarrier(CLIENTS);
        Together.run(
                CLIENTS,
                _ -> {
                    int seen = left.get();
                    await(allHaveSeen);
                    if (seen > 0) {
                        left.decrementAndGet();
                        sold.incrementAndGet();
                    }
                    return seen;
                });
        assertThat(sold.get()).isEqualTo(CLIENTS);
    }

    @Test
    @Capability("L57")
    void aWaveGetsNoMoreThanReleaseHasOpenedAndTheRestWhenItOpensMore() {
        release("first", 3);
        long offer = offer(1, new Wave(MONTH, 5));
        openWaves.handle();
        assertThat(shown().counts().aside()).isEqualTo(3);
        assertThat(shop.free(run, 0, 2)).as("all that is open is set aside").isZero();
        List<Long> members = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            members.add(somebodyWith(1_000_000));
        }
        List<PlaceAward.Outcome> answers = Together.run(CLIENTS, i -> ask(members.get(i)));
        assertThat(placed(answers)).hasSize(3);
        assertThat(refusals(List.of(ask(somebodyWith(1_000_000)))))
                .containsExactly(AwardRefusal.AWARD_WAITS_FOR_RELEASE);

        release("second", 20);
        openWaves.handle();
        assertThat(shown().counts().aside()).as("five in all").isEqualTo(2);
        assertThat(shop.free(run, 0, 2)).isEqualTo(15);
        offerAwards.close(offer, "staff:1");
        returnSeats.handle();
        assertThat(shop.free(run, 0, 2)).as("withdrawn, so on sale again").isEqualTo(17);
    }

    @Test
    @Capability("L57")
    void aMemberWhoAsksSixtyFourTimesAtOnceGetsTheLimitAndNoMore() {
        long offer = offer(2, new Wave(MONTH, 20));
        openWaves.handle();
        long member = somebodyWith(10_000_000);
        List<Long> travellers = new ArrayList<>(List.of(shop.self(member)));
        while (travellers.size() < 8) {
            travellers.add(shop.aTraveller(member, LocalDate.of(1991, 5, 2)));
        }
        List<PlaceAward.Outcome> answers =
                Together.run(
                        CLIENTS,
                        i ->
                                placeAward.handle(
                                        shop.wish(member, run, List.of(travellers.get(i % 8)))));
        assertThat(placed(answers)).hasSize(2);
        assertThat(shown().counts().taken()).isEqualTo(2);
        offerAwards.close(offer, "staff:1");
    }

    @Test
    void whatIsRefusedLeavesSeatPointsAndCountAsTheyWere() {
        long offer = offer(1, new Wave(MONTH, 1));
        long poor = shop.aMember();
        assertThat(refusals(List.of(ask(poor))))
                .containsExactly(AwardRefusal.AWARD_WAITS_FOR_RELEASE);
        openWaves.handle();
        assertThat(ask(poor)).isInstanceOf(PlaceAward.Outcome.TooFewPoints.class);
        assertThat(shown().counts().aside()).isEqualTo(1);
        long rich = somebodyWith(1_000_000);
        OrderRequest wish = shop.wish(rich, run, List.of(shop.self(rich)));
        Order order = ((PlaceAward.Outcome.Placed) placeAward.handle(wish)).order();
        assertThat(placeAward.handle(wish))
                .as("asked again")
                .isEqualTo(new PlaceAward.Outcome.Placed(order));
        pump.drain();
        long price = Math.ceilDiv(order.amount().minor() * 80, 100);
        assertThat(points.balance(rich, Points.POINTS).spendable()).isEqualTo(1_000_000 - price);
        OrderRequest elsewhere =
                new OrderRequest(
                        UUID.randomUUID(),
                        rich,
                        run.id().value(),
                        0,
                        1,
                        "second",
                        wish.travellerIds());
        assertThat(placeAward.handle(elsewhere)).isInstanceOf(PlaceAward.Outcome.NotBookable.class);
        assertThat(offerAwards.handle(terms(1, new Wave(MONTH, 1)), "test", "staff:1"))
                .isEqualTo(
                        new OfferAwards.Outcome.Refused(
                                OfferAwards.OfferRefusal.AWARD_OFFER_STANDS_ALREADY));
        offerAwards.close(offer, "staff:1");
    }

    private AwardTerms terms(int memberLimit, Wave... waves) {
        return new AwardTerms(
                run.trainCode(),
                "second",
                run.calls().get(0).stationCode(),
                run.calls().get(2).stationCode(),
                run.serviceDate(),
                run.serviceDate(),
                80,
                memberLimit,
                5,
                List.of(waves));
    }

    private long offer(int memberLimit, Wave... waves) {
        var made = offerAwards.handle(terms(memberLimit, waves), "test", "staff:1");
        return ((OfferAwards.Outcome.Made) made).offer().id();
    }

    private void release(String step, int seats) {
        limits.apply(
                run.id(),
                "second",
                step,
                new LimitSet(
                        "test",
                        List.of(Bucket.nested("everyone", Selector.trips("any"))),
                        List.of(seats),
                        List.of(),
                        null));
    }

    private PlaceAward.Outcome ask(long member) {
        return placeAward.handle(shop.wish(member, run, List.of(shop.self(member))));
    }

    private static List<Order> placed(List<PlaceAward.Outcome> answers) {
        return answers.stream()
                .filter(PlaceAward.Outcome.Placed.class::isInstance)
                .map(answer -> ((PlaceAward.Outcome.Placed) answer).order())
                .toList();
    }

    private static List<AwardRefusal> refusals(List<PlaceAward.Outcome> answers) {
        return answers.stream()
                .filter(PlaceAward.Outcome.NoSeat.class::isInstance)
                .map(answer -> ((PlaceAward.Outcome.NoSeat) answer).code())
                .toList();
    }

    private ShowAwards.Shown shown() {
        return show.on(run.id()).getFirst();
    }

    private void advanceToBeforeDeparture(Duration before) {
        clock.advance(Duration.between(clock.instant(), run.departs().minus(before)));
        timers.runDue();
    }

    private long somebodyWith(long amount) {
        long member = shop.aMember();
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        member,
                        Points.POINTS,
                        amount,
                        points.lastDay(Points.POINTS, LocalDate.now(clock)),
                        Explanation.of(Said.same("test")),
                        "travel"));
        return member;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
