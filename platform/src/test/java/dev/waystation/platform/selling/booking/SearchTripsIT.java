package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.selling.booking.model.Plenty;
import dev.waystation.platform.selling.booking.usecase.SearchTrips;
import dev.waystation.platform.selling.catalogue.Run;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PlatformIT
class SearchTripsIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired SearchTrips searchTrips;
    @Autowired WorldClock clock;
    @Autowired MockMvc mvc;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = beans.createBean(Shop.class);
    }

    @Test
    void listsTrainsByDepartureAndLeavesOutThoseThatAreGone() {
        Run early = shop.aTrain();
        clock.advance(Duration.ofMinutes(10));
        Run late = shop.aTrain();
        assertThat(codes(early, late)).containsSubsequence(early.trainCode(), late.trainCode());
        clock.moveTo(early.departs());
        assertThat(codes(early, late)).doesNotContain(early.trainCode());
        assertThat(search(late, "general"))
                .isSortedAccordingTo((one, other) ->
                        one.connection()
                                .from()
                                .departs()
                                .compareTo(other.connection().from().departs()));
    }

    @Test
    void aPurchaseLowersTheCountAtOnceAndRaisesItsVersion() {
        Run run = shop.aTrain();
        SearchTrips.Offer before = offer(run, "second", "general");
        shop.bought(shop.aMember(), run);
        SearchTrips.Offer after = offer(run, "second", "general");
        assertThat(before.plenty()).isEqualTo(Plenty.MANY);
        assertThat(after.seats().count()).isEqualTo(before.seats().count() - 1);
        assertThat(after.seats().version()).isGreaterThan(before.seats().version());
        assertThat(after.seats().why()).isNull();
    }

    @Test
    void saysWhyNothingIsLeft() {
        Run run = shop.aTrain();
        int seats = run.offer("business").orElseThrow().seatCount();
        for (int seat = 0; seat < seats; seat++) {
            long member = shop.aMember();
            shop.place(
                    new OrderRequest(
                            UUID.randomUUID(),
                            member,
                            run.id().value(),
                            0,
                            2,
                            "business",
                            List.of(shop.self(member))));
        }
        SearchTrips.Offer none = offer(run, "business", "general");
        assertThat(none.seats().count()).isZero();
        assertThat(none.plenty()).isEqualTo(Plenty.NONE);
        Explanation why = Objects.requireNonNull(none.seats().why());
        assertThat(why.sentence().en()).isEqualTo("No seat is free on the whole of this trip.");
        assertThat(why.reasons()).isNotEmpty();
    }

    @Test
    void showsEachGroupItsOwnFare() {
        Run run = shop.aTrain();
        long full = offer(run, "second", "general").fare().minor();
        assertThat(offer(run, "second", "child").fare().minor()).isEqualTo((full + 1) / 2);
        assertThat(offer(run, "second", "student").fare().minor()).isLessThan(full);
        assertThat(offer(run, "second", "senior").fare().minor()).isEqualTo(full);
    }

    @Test
    void everybodyMaySearchAndGetsOnePage() throws Exception {
        Run run = shop.aTrain();
        ask(run, run.destination().cityCode(), run.serviceDate().toString())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.next").isEmpty())
                .andExpect(jsonPath("$.items[0].durationMinutes").value(120))
                .andExpect(jsonPath("$.items[0].from.station").value("XXA"))
                .andExpect(jsonPath("$.items[0].from.name.zh").value("测试甲"))
                .andExpect(jsonPath("$.items[0].to.station").value("XXC"))
                .andExpect(jsonPath("$.items[0].toCall").value(2))
                .andExpect(jsonPath("$.items[0].classes[0].fare.currency").value("CNY"))
                .andExpect(jsonPath("$.items[0].classes[0].version").isNumber());
    }

    @Test
    void refusesADayThatIsOverOrNoDateOrNoCityEachWithItsReason() throws Exception {
        Run run = shop.aTrain();
        String city = run.destination().cityCode();
        ask(run, city, "tomorrow")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("MALFORMED"))
                .andExpect(jsonPath("$.values.field").value("date"))
                .andExpect(jsonPath("$.values.value").value("tomorrow"));
        refused(ask(run, city, "2020-01-01"), "DATE_IS_OVER", "date", "2020-01-01");
        refused(
                ask(run, "NOWHERE", run.serviceDate().toString()),
                "CITY_IS_UNKNOWN",
                "city",
                "NOWHERE");
    }

    private ResultActions ask(Run run, String to, String date) throws Exception {
        return mvc.perform(
                get("/v1/journeys")
                        .param("from", run.origin().cityCode())
                        .param("to", to)
                        .param("date", date));
    }

    private static void refused(ResultActions answer, String code, String name, String value)
            throws Exception {
        answer.andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.values." + name).value(value));
    }

    private List<String> codes(Run early, Run late) {
        return Stream.of(early, late)
                .map(Run::serviceDate)
                .distinct()
                .flatMap(date ->
                        found(
                                new SearchTrips.Query(
                                        early.origin().cityCode(),
                                        early.destination().cityCode(),
                                        date,
                                        "general"))
                                .stream())
                .map(found -> found.connection().run().trainCode())
                .toList();
    }

    private List<SearchTrips.Found> search(Run run, String group) {
        return found(
                new SearchTrips.Query(
                        run.origin().cityCode(),
                        run.destination().cityCode(),
                        run.serviceDate(),
                        group));
    }

    private List<SearchTrips.Found> found(SearchTrips.Query query) {
        return ((SearchTrips.Outcome.Trips) searchTrips.handle(query)).found();
    }

    private SearchTrips.Offer offer(Run run, String seatClass, String group) {
        return search(run, group).stream()
                .filter(found -> found.connection().run().id().equals(run.id()))
                .flatMap(found -> found.offers().stream())
                .filter(offer -> offer.seatClass().equals(seatClass))
                .findFirst()
                .orElseThrow();
    }
}
