package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.benefits.model.EnterprisePack;
import dev.waystation.platform.members.benefits.model.EnterpriseSeat;
import dev.waystation.platform.members.benefits.model.Period;
import dev.waystation.platform.members.benefits.usecase.AssignSeats;
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

    record PackOrder(
            String buyer,
            String benefit,
            int seats,
            int quota,
            String period,
            LocalDate from,
            LocalDate until) {}

    record PackView(
            String id,
            String buyer,
            String benefit,
            int seats,
            int assigned,
            int quota,
            String period,
            LocalDate from,
            LocalDate until) {}

    record SeatView(String memberId, Instant assignedAt, @Nullable Instant recalledAt, int uses) {}

    record PackUsage(PackView pack, List<SeatView> people) {}

    record Person(String memberId) {}

    private final AssignSeats seats;

    EnterprisePackController(AssignSeats seats) {
        this.seats = seats;
    }

    @GetMapping
    @Permission("coupons.read")
    List<PackView> list() {
        return seats.all().stream().map(EnterprisePackController::view).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("mall.write")
    PackView buy(@RequestBody PackOrder body) {
        return view(
                seats.buy(
                        new EnterprisePack(
                                0,
                                body.buyer(),
                                body.benefit(),
                                body.seats(),
                                0,
                                body.quota(),
                                Period.of(body.period()),
                                body.from(),
                                body.until())));
    }

    @GetMapping("/{id}")
    @Permission("coupons.read")
    PackUsage usage(@PathVariable String id) {
        AssignSeats.Usage usage =
                seats.usage(PublicId.decode(PREFIX, id))
                        .orElseThrow(() -> Refusal.notFound("enterprise pack"));
        return new PackUsage(
                view(usage.pack()),
                usage.seats().stream().map(EnterprisePackController::view).toList());
    }

    @PostMapping("/{id}:assign")
    @Permission("mall.write")
    PackView assign(@PathVariable String id, @RequestBody Person body) {
        return done(
                seats.assign(
                        PublicId.decode(PREFIX, id),
                        PublicId.decode("mbr", body.memberId()),
                        IdempotencyReference.current()));
    }

    @PostMapping("/{id}:recall")
    @Permission("mall.write")
    PackView recall(@PathVariable String id, @RequestBody Person body) {
        return done(
                seats.recall(PublicId.decode(PREFIX, id), PublicId.decode("mbr", body.memberId())));
    }

    private static PackView done(AssignSeats.Outcome outcome) {
        return switch (outcome) {
            case AssignSeats.Outcome.Done(EnterprisePack pack) -> view(pack);
            case AssignSeats.Outcome.Refused(AssignSeats.SeatRefusal code) ->
                    throw Refusal.of(
                            code,
                            code == AssignSeats.SeatRefusal.PACK_NOT_FOUND
                                    ? HttpStatus.NOT_FOUND
                                    : HttpStatus.CONFLICT);
        };
    }

    private static PackView view(EnterprisePack each) {
        return new PackView(
                PublicId.encode(PREFIX, each.id()),
                each.buyer(),
                each.benefit(),
                each.seats(),
                each.assigned(),
                each.quota(),
                CampaignViews.code(each.period()),
                each.from(),
                each.until());
    }

    private static SeatView view(EnterpriseSeat each) {
        return new SeatView(
                PublicId.encode("mbr", each.memberId()),
                each.assignedAt(),
                each.recalledAt(),
                each.uses());
    }
}
