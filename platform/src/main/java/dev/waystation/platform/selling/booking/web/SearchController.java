package dev.waystation.platform.selling.booking.web;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.booking.usecase.SearchTrips;
import dev.waystation.platform.selling.booking.web.OrderViews.StopView;
import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search from city to city, open to everybody. */
@RestController
class SearchController {

    private final SearchTrips searchTrips;

    SearchController(SearchTrips searchTrips) {
        this.searchTrips = searchTrips;
    }

    record JourneyView(
            String runId,
            String trainCode,
            StopView from,
            StopView to,
            long durationMinutes,
            int fromCall,
            int toCall,
            List<OfferView> classes) {}

    /**
     * @param why present when nothing is left
     * @param version how fresh the count is: it grows with every decision about this train
     */
    record OfferView(
            String seatClass,
            int count,
            String coarse,
            Money fare,
            @Nullable Explanation why,
            long version) {}

    @GetMapping("/v1/journeys")
    @Permission(Permission.PUBLIC)
    Page<JourneyView> search(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(defaultValue = "general") String group) {
        SearchTrips.Query query =
                new SearchTrips.Query(
                        Malformed.required(from, "from"),
                        Malformed.required(to, "to"),
                        day(date),
                        group);
        return switch (searchTrips.handle(query)) {
            case SearchTrips.Outcome.Trips(List<SearchTrips.Found> found) ->
                    Page.last(found.stream().map(SearchController::view).toList());
            case SearchTrips.Outcome.Refused(
                            SearchTrips.SearchRefusal code,
                            Map<String, Object> values) ->
                    throw Refusal.of(code.name(), HttpStatus.UNPROCESSABLE_CONTENT, values);
        };
    }

    private static JourneyView view(SearchTrips.Found found) {
        Connection way = found.connection();
        Instant departs = way.from().departs();
        Instant arrives = way.to().arrives();
        return new JourneyView(
                PublicId.encode("run", way.run().id().value()),
                way.run().trainCode(),
                stop(way.from(), departs),
                stop(way.to(), arrives),
                Duration.between(departs, arrives).toMinutes(),
                way.fromCall(),
                way.toCall(),
                found.offers().stream().map(SearchController::view).toList());
    }

    private static OfferView view(SearchTrips.Offer offer) {
        return new OfferView(
                offer.seatClass(),
                offer.seats().count(),
                offer.plenty().code(),
                offer.fare(),
                offer.seats().why(),
                offer.seats().version());
    }

    private static StopView stop(Call call, Instant at) {
        return new StopView(call.stationCode(), new Said(call.nameZh(), call.nameEn()), at);
    }

    private static LocalDate day(@Nullable String date) {
        String text = Malformed.required(date, "date");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Malformed("date", text, "write the date as year-month-day, 2026-12-01");
        }
    }
}
