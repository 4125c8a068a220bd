package dev.waystation.platform.selling.awards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.platform.selling.awards.model.AwardCounts;
import dev.waystation.platform.selling.awards.model.AwardTerms;
import dev.waystation.platform.selling.awards.model.Wave;
import dev.waystation.platform.selling.awards.usecase.OfferAwards;
import dev.waystation.platform.selling.awards.usecase.OpenWaves;
import dev.waystation.platform.selling.awards.usecase.ShowAwards;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Shop;
import dev.waystation.platform.selling.booking.usecase.PlaceAward;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** An award ticket that was taken back no longer counts for its member. */
@PlatformIT
class ReturnedAwardIT {

    private static final int MONTH = 30 * 24 * 60;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired OfferAwards offerAwards;
    @Autowired OpenWaves openWaves;
    @Autowired ShowAwards show;
    @Autowired PlaceAward placeAward;
    @Autowired RefundTicket refundTicket;
    @Autowired Points points;
    @Autowired FactPump pump;
    @Autowired Clock clock;

    private Shop shop;
    private Run run;

    @BeforeEach
    void aTrain() {
        shop = beans.createBean(Shop.class);
        run = shop.aTrain();
    }

    @Test
    void whoReturnsAnAwardMayTakeAnotherAndTheCountsSayThatItIsReturned() {
        offerOnePerMember();
        openWaves.handle();
        long member = somebodyWithPoints();
        Order order = ((PlaceAward.Outcome.Placed) ask(member)).order();
        pump.drain();
        assertThat(counts()).isEqualTo(new AwardCounts(1, 1, 0));
        assertThat(refundTicket.handle(order.tickets().getFirst().id()))
                .isInstanceOf(RefundTicket.Outcome.Refunded.class);
        pump.drain();
        assertThat(counts()).isEqualTo(new AwardCounts(1, 0, 1));
        assertThat(ask(member)).isInstanceOf(PlaceAward.Outcome.Placed.class);
        assertThat(counts()).isEqualTo(new AwardCounts(0, 1, 1));
    }

    private void offerOnePerMember() {
        AwardTerms terms =
                new AwardTerms(
                        run.trainCode(),
                        "second",
                        run.calls().get(0).stationCode(),
                        run.calls().get(2).stationCode(),
                        run.serviceDate(),
                        run.serviceDate(),
                        80,
                        1,
                        5,
                        List.of(new Wave(MONTH, 2)));
        assertThat(offerAwards.handle(terms, "test", "staff:1"))
                .isInstanceOf(OfferAwards.Outcome.Made.class);
    }

    private PlaceAward.Outcome ask(long member) {
        return placeAward.handle(shop.wish(member, run, List.of(shop.self(member))));
    }

    private AwardCounts counts() {
        return show.on(run.id()).getFirst().counts();
    }

    private long somebodyWithPoints() {
        long member = shop.aMember();
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        member,
                        Points.POINTS,
                        1_000_000,
                        points.lastDay(Points.POINTS, LocalDate.now(clock)),
                        Explanation.of(Said.same("test")),
                        "travel"));
        return member;
    }
}
