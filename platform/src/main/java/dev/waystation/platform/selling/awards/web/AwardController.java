package dev.waystation.platform.selling.awards.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.selling.awards.model.AwardOffer;
import dev.waystation.platform.selling.awards.model.AwardTerms;
import dev.waystation.platform.selling.awards.model.Wave;
import dev.waystation.platform.selling.awards.usecase.OfferAwards;
import dev.waystation.platform.selling.awards.usecase.ShowAwards;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Award seats: what points buy now, and for staff the offers behind it. */
@RestController
class AwardController {

    private static final int MOST_SHOWN = 30;

    /**
     * @param pointsPerYuan price: so many points for a yuan of the fare
     * @param waves so many seats from so many minutes before departure on
     */
    record NewAwardOffer(
            @Nullable String trainCode,
            @Nullable String seatClass,
            @Nullable String fromStation,
            @Nullable String toStation,
            @Nullable LocalDate firstDate,
            @Nullable LocalDate lastDate,
            int pointsPerYuan,
            int memberLimit,
            int returnsMinutes,
            @Nullable List<Wave> waves) {

        AwardTerms terms() {
            return new AwardTerms(
                    required(trainCode, "trainCode"),
                    required(seatClass, "seatClass"),
                    required(fromStation, "fromStation"),
                    required(toStation, "toStation"),
                    required(firstDate, "firstDate"),
                    required(lastDate, "lastDate"),
                    pointsPerYuan,
                    memberLimit,
                    returnsMinutes,
                    required(waves, "waves"));
        }
    }

    private final ShowAwards show;
    private final OfferAwards offer;
    private final Timetables timetables;

    AwardController(ShowAwards show, OfferAwards offer, Timetables timetables) {
        this.timetables = timetables;
        this.show = show;
        this.offer = offer;
    }

    /** Of one run, or the next departures of all offers. */
    @GetMapping("/v1/award-seats")
    @Permission(Permission.PUBLIC)
    Page<AwardViews.AwardSeat> seats(@RequestParam(required = false) @Nullable String run) {
        List<ShowAwards.Shown> shown =
                run == null
                        ? show.upcoming(MOST_SHOWN)
                        : show.on(new RunId(PublicId.decode("run", run)));
        return Page.last(shown.stream().map(AwardViews::seat).toList());
    }

    @GetMapping("/v1/award-offers")
    @Permission("release.read")
    Page<AwardViews.Offer> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Cursor.limit(limit);
        long before = Cursor.parse(cursor, 1).map(found -> found.number(0)).orElse(Long.MAX_VALUE);
        return Page.cut(show.offers(before, size + 1), size, each -> Cursor.after(each.id()))
                .map(each -> AwardViews.offer(each, timetables));
    }

    @GetMapping("/v1/award-offers/{id}/seats")
    @Permission("release.read")
    Page<AwardViews.AwardSeat> runs(@PathVariable String id) {
        AwardOffer found =
                show.offer(PublicId.decode(AwardOffer.PREFIX, id))
                        .orElseThrow(() -> Refusal.notFound(id));
        return Page.last(show.of(found).stream().map(AwardViews::seat).toList());
    }

    @PostMapping("/v1/award-offers")
    @Permission("release.plan")
    @ResponseStatus(HttpStatus.CREATED)
    AwardViews.Offer make(@RequestBody NewAwardOffer body, Caller caller) {
        return answer(offer.handle(body.terms(), name(caller), caller.key()));
    }

    @PostMapping("/v1/award-offers/{id}:close")
    @Permission("release.plan")
    AwardViews.Offer close(@PathVariable String id, Caller caller) {
        return answer(offer.close(PublicId.decode(AwardOffer.PREFIX, id), caller.key()));
    }

    private AwardViews.Offer answer(OfferAwards.Outcome outcome) {
        return switch (outcome) {
            case OfferAwards.Outcome.Made(AwardOffer made) -> AwardViews.offer(made, timetables);
            case OfferAwards.Outcome.Refused(OfferAwards.OfferRefusal code) ->
                    throw Refusal.of(
                            code,
                            switch (code) {
                                case AWARD_OFFER_NOT_FOUND -> HttpStatus.NOT_FOUND;
                                case AWARD_OFFER_STANDS_ALREADY -> HttpStatus.CONFLICT;
                                case AWARD_TRIP_UNKNOWN -> HttpStatus.UNPROCESSABLE_CONTENT;
                            });
        };
    }

    private static String name(Caller caller) {
        return caller instanceof Caller.Staff staff ? staff.name() : caller.key();
    }

    private static <T> T required(@Nullable T value, String field) {
        Malformed.require(value != null, field, null, "is required");
        return java.util.Objects.requireNonNull(value);
    }
}
