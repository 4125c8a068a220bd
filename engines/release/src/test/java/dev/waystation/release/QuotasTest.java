package dev.waystation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuotasTest {

    private static final Instant BATCH = Instant.parse("2026-02-05T06:00:00Z");
    private final Route route = new Route(List.of(0, 60, 290, 420, 1050));
    private final Product through = new Product(0, 4, "general", "online");
    private final Product firstLeg = new Product(0, 1, "general", "online");
    private final Product studentThrough = new Product(0, 4, "student", "online");
    private final Product studentFirstLeg = new Product(0, 1, "student", "online");
    private final Product middle = new Product(1, 3, "general", "online");

    private final LimitSet seed =
            new LimitSet(
                    "long trips first v1",
                    List.of(
                            Bucket.nested("through", Selector.trips("through")),
                            Bucket.nested("first-leg", Selector.trips("first-leg")),
                            Bucket.beside("student", Selector.group("student"))),
                    List.of(90, 30, 40),
                    List.of(),
                    BATCH);
    private final Quotas quotas = new Quotas(route, 200, seed);

    @Test
    void showsTheCountsOfTheSeedArticle() {
        assertThat(quotas.allowance(through)).isEqualTo(120);
        assertThat(quotas.allowance(firstLeg)).isEqualTo(30);
        assertThat(quotas.allowance(middle)).isZero();
    }

    @Test
    void verifiedStudentsSeeTheirReserveOnTop() {
        assertThat(quotas.allowance(studentThrough)).isEqualTo(160);
        assertThat(quotas.allowance(studentFirstLeg)).isEqualTo(70);
    }

    @Test
    void throughPassengersMayUseTheShareOfTheFirstLegButNotTheOtherWayRound() {
        quotas.take(through, 100);
        assertThat(quotas.allowance(firstLeg)).isEqualTo(20);
        quotas.take(firstLeg, 20);
        assertThat(quotas.allowance(through)).isZero();
        assertThat(quotas.allowance(studentThrough)).isEqualTo(40);
    }

    @Test
    void aSoldOutQuotaSaysWhoTheFreeSeatsAreKeptForAndWhenMoreOpens() {
        quotas.take(firstLeg, 30);
        Finding why = quotas.explain(firstLeg, 170);
        assertThat(why.cause()).isEqualTo(Cause.QUOTA_IS_SOLD_OUT);
        assertThat(why.quota()).isEqualTo(30);
        assertThat(why.quotaSold()).isEqualTo(30);
        assertThat(why.reserved()).isEqualTo(130);
        assertThat(why.reservedFor()).containsExactly("through", "student");
        assertThat(why.unreleased()).isEqualTo(40);
        assertThat(why.nextOpening()).isEqualTo(BATCH);
    }

    @Test
    void aTripNobodyOpenedYetIsNotReleased() {
        assertThat(quotas.explain(middle, 200).cause()).isEqualTo(Cause.NOT_RELEASED_YET);
    }

    @Test
    void aTripWithoutAShareInAFullyOpenedTrainIsReservedForOthers() {
        quotas.apply(
                new LimitSet(
                        "x",
                        List.of(Bucket.nested("through", Selector.trips("through"))),
                        List.of(200),
                        List.of(),
                        null));
        assertThat(quotas.explain(middle, 200).cause()).isEqualTo(Cause.RESERVED_FOR_OTHERS);
    }

    @Test
    void aFullLegIsNamedBeforeAnyQuota() {
        assertThat(quotas.explain(middle, 0).cause()).isEqualTo(Cause.LEG_IS_FULL);
    }

    @Test
    void capsAreMaximaPerLegForAChannel() {
        LimitSet limits =
                new LimitSet(
                        "caps",
                        LimitSet.everything(200).buckets(),
                        List.of(200),
                        List.of(new Cap("partner", Selector.channel("partner"), 25)),
                        null);
        quotas.apply(limits);
        Product a = new Product(0, 2, "general", "partner");
        quotas.take(a, 25);
        assertThat(quotas.allowance(a)).isZero();
        assertThat(quotas.explain(a, 175).cause()).isEqualTo(Cause.QUOTA_IS_SOLD_OUT);
        assertThat(quotas.explain(a, 175).reservedFor()).containsExactly("partner");
        assertThat(quotas.allowance(new Product(2, 4, "general", "partner"))).isEqualTo(25);
        assertThat(quotas.allowance(new Product(0, 2, "general", "online"))).isEqualTo(175);
    }

    @Test
    void bucketsMayHoldSeatsOnTheirOwnLegsOnly() {
        quotas.apply(
                new LimitSet(
                        "legs",
                        List.of(
                                new Bucket("a", Selector.trips("0-1"), false, 0, 1),
                                new Bucket("b", Selector.trips("1-4"), false, 1, 4)),
                        List.of(200, 200),
                        List.of(),
                        null));
        assertThat(quotas.allowance(firstLeg)).isEqualTo(200);
        assertThat(quotas.allowance(new Product(1, 4, "general", "online"))).isEqualTo(200);
        assertThat(quotas.allowance(through)).isZero();
    }

    @Test
    void withoutAPlanEverythingIsOpenToEverybody() {
        quotas.apply(LimitSet.everything(200));
        assertThat(quotas.allowance(middle)).isEqualTo(200);
        quotas.take(firstLeg, 200);
        assertThat(quotas.allowance(through)).isZero();
        assertThat(quotas.allowance(middle)).isEqualTo(200);
    }

    @Test
    void givingBackMoreThanWasSoldIsAFault() {
        quotas.take(through, 1);
        assertThatThrownBy(() -> quotas.giveBack(through, 2)).hasMessageContaining("1 were sold");
    }

    @Test
    void patternsReadTheirOwnText() {
        for (String text : Set.of("any", "through", "first-leg", "2-5", "km>=300", "km<300")) {
            assertThat(TripPattern.parse(text).text()).isEqualTo(text);
        }
        assertThatThrownBy(() -> TripPattern.parse("short")).hasMessageContaining("(short)");
    }
}
