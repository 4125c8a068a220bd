package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.model.EnterprisePack;
import dev.waystation.platform.members.benefits.model.Period;
import dev.waystation.platform.members.benefits.usecase.AssignSeats;
import dev.waystation.platform.members.benefits.usecase.ShowPacks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Packs that companies buy for their people. */
@RestController
@RequestMapping("/v1/enterprise-packs")
class EnterprisePackController {

    private static final String PREFIX = "epk";

    /** {@code account} of the enterprise, or {@code buyer}, the name of one without an account. */
    record PackOrder(
            @Nullable String account,
            @Nullable String buyer,
            String benefit,
            int seats,
            int quota,
            String period,
            LocalDate from,
            LocalDate until) {}

    /** {@code state}: open, full or expired. */
    record PackView(
            String id,
            @Nullable String account,
            String buyer,
            String benefit,
            Said benefitName,
            int seats,
            int assigned,
            int left,
            int quota,
            String period,
            LocalDate from,
            LocalDate until,
            String state,
            Explanation why) {}

    record SeatView(
            String memberId,
            String name,
            Instant assignedAt,
            @Nullable String assignedBy,
            @Nullable Instant recalledAt,
            int uses,
            Explanation why) {}

    record PackUsage(PackView pack, List<SeatView> people) {}

    record PackBenefit(String code, Said name) {}

    record Person(String memberId) {}

    private final AssignSeats seats;
    private final ShowPacks show;

    EnterprisePackController(AssignSeats seats, ShowPacks show) {
        this.seats = seats;
        this.show = show;
    }

    @GetMapping
    @Permission("coupons.read")
    List<PackView> list() {
        return show.all().stream().map(EnterprisePackController::view).toList();
    }

    /** What a pack can be of. */
    @GetMapping("/benefits")
    @Permission("coupons.read")
    List<PackBenefit> benefits() {
        return show.benefits().entrySet().stream()
                .map(each -> new PackBenefit(each.getKey(), each.getValue()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("mall.write")
    PackView buy(@RequestBody PackOrder body) {
        Malformed.require(
                body.from() != null && body.until() != null,
                "until",
                body.until(),
                "give the first and the last day");
        return done(
                seats.buy(
                        new EnterprisePack(
                                0,
                                body.account() == null
                                        ? null
                                        : PublicId.decode("acc", body.account()),
                                Malformed.required(body.buyer(), "buyer"),
                                Malformed.required(body.benefit(), "benefit"),
                                body.seats(),
                                0,
                                body.quota(),
                                Period.of(Malformed.required(body.period(), "period")),
                                body.from(),
                                body.until())));
    }

    @GetMapping("/{id}")
    @Permission("coupons.read")
    PackUsage usage(@PathVariable String id) {
        return show.usage(PublicId.decode(PREFIX, id))
                .map(usage ->
                        new PackUsage(
                                view(usage.row()),
                                usage.seats().stream()
                                        .map(EnterprisePackController::view)
                                        .toList()))
                .orElseThrow(() -> Refusal.notFound("enterprise pack"));
    }

    @PostMapping("/{id}:assign")
    @Permission("mall.write")
    PackView assign(@PathVariable String id, @RequestBody Person body, Caller caller) {
        return done(
                seats.assign(
                        PublicId.decode(PREFIX, id),
                        PublicId.decode("mbr", body.memberId()),
                        IdempotencyReference.current(),
                        caller instanceof Caller.Staff staff ? staff.name() : caller.key()));
    }

    @PostMapping("/{id}:recall")
    @Permission("mall.write")
    PackView recall(@PathVariable String id, @RequestBody Person body) {
        return done(
                seats.recall(PublicId.decode(PREFIX, id), PublicId.decode("mbr", body.memberId())));
    }

    private PackView done(AssignSeats.Outcome outcome) {
        return switch (outcome) {
            case AssignSeats.Outcome.Done(EnterprisePack pack) ->
                    show.usage(pack.id()).map(each -> view(each.row())).orElseThrow();
            case AssignSeats.Outcome.Refused(AssignSeats.SeatRefusal code) ->
                    throw Refusal.of(
                            code,
                            switch (code) {
                                case PACK_NOT_FOUND, PERSON_IS_NO_MEMBER -> HttpStatus.NOT_FOUND;
                                default -> HttpStatus.CONFLICT;
                            });
        };
    }

    private static PackView view(ShowPacks.Row row) {
        EnterprisePack each = row.pack();
        return new PackView(
                PublicId.encode(PREFIX, each.id()),
                each.accountId() == null ? null : PublicId.encode("acc", each.accountId()),
                row.buyer(),
                each.benefit(),
                row.benefit(),
                each.seats(),
                each.assigned(),
                each.left(),
                each.quota(),
                CampaignViews.code(each.period()),
                each.from(),
                each.until(),
                CampaignViews.code(row.state()),
                row.why());
    }

    private static SeatView view(ShowPacks.Seat each) {
        return new SeatView(
                PublicId.encode("mbr", each.seat().memberId()),
                each.name(),
                each.seat().assignedAt(),
                each.seat().assignedBy(),
                each.seat().recalledAt(),
                each.seat().uses(),
                each.why());
    }
}
