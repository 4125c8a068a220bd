package dev.waystation.platform.members.wallet.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.wallet.CardRefusal;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.members.wallet.model.FlowSheet;
import dev.waystation.platform.members.wallet.model.StoredCard;
import dev.waystation.platform.members.wallet.model.TopUpOffers;
import dev.waystation.platform.members.wallet.usecase.CareForCard;
import dev.waystation.platform.members.wallet.usecase.RefundCard;
import dev.waystation.platform.members.wallet.usecase.ShowFlow;
import dev.waystation.platform.members.wallet.usecase.TopUpTerms;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stored value at the counter and in the books. */
@RestController
class CardPages {

    /** A new card; without a member it is a bearer card. */
    record Opening(@Nullable String memberId, String medium) {}

    /** Money and what is given on top, in minor units; the offers decide where no gift is named. */
    record Load(long principal, @Nullable Long gift, boolean company, String method) {}

    /** A payment; the card is named by its medium, as the till reads it. */
    record Payment(String medium, long amount, String merchant, String order) {}

    /** What is done to a card. */
    record Care(CareForCard.Act act, @Nullable String newMedium, String reason) {}

    /** One top-up, or null for the whole card. */
    record Refund(@Nullable Long topUp) {}

    /** What the custody account holds. */
    record Custody(LocalDate day, long minor) {}

    record CardView(String id, String state) {}

    record MovedView(long principal, long gift, long principalLeft, long giftLeft) {}

    record PaidBackView(long minor, String currency) {}

    private static final String PREFIX = "crd";
    private static final String PACK = "cn";
    private static final Set<String> APPROVERS = Set.of("points.approve");

    private final StoredValue value;
    private final CareForCard care;
    private final RefundCard refund;
    private final ShowFlow flow;
    private final TopUpTerms offers;

    CardPages(
            StoredValue value,
            CareForCard care,
            RefundCard refund,
            ShowFlow flow,
            TopUpTerms offers) {
        this.value = value;
        this.care = care;
        this.refund = refund;
        this.flow = flow;
        this.offers = offers;
    }

    @GetMapping("/v1/top-up-offers")
    @Permission({Permission.MEMBER, "cards.serve"})
    TopUpOffers offers() {
        return offers.now();
    }

    @PostMapping("/v1/cards")
    @Permission("cards.serve")
    @ResponseStatus(HttpStatus.CREATED)
    CardView open(Caller caller, @RequestBody Opening opening) {
        return card(
                care.open(
                        new CareForCard.Opening(
                                opening.memberId() == null
                                        ? null
                                        : PublicId.decode("mbr", opening.memberId()),
                                PACK,
                                opening.medium(),
                                caller.key())));
    }

    @PostMapping("/v1/cards/{id}:top-up")
    @Permission("cards.serve")
    MovedView topUp(Caller caller, @PathVariable String id, @RequestBody Load load) {
        return moved(
                value.topUp(
                        new StoredValue.Load(
                                IdempotencyReference.current(),
                                PublicId.decode(PREFIX, id),
                                load.principal(),
                                gift(caller, load),
                                load.company(),
                                load.method(),
                                caller.key())));
    }

    /** What the offers give; more than that is money given away, which an approver answers for. */
    private long gift(Caller caller, Load load) {
        long offered = offers.now().giftFor(load.principal());
        if (load.gift() == null) {
            return offered;
        }
        if (load.gift() > offered && !caller.may(APPROVERS)) {
            throw Refusal.of(CardRefusal.GIFT_IS_NOT_OFFERED, HttpStatus.CONFLICT);
        }
        return load.gift();
    }

    @PostMapping("/v1/card-payments")
    @Permission("cards.serve")
    MovedView pay(@RequestBody Payment payment) {
        return moved(
                value.pay(
                        new StoredValue.Payment(
                                IdempotencyReference.current(),
                                payment.medium(),
                                payment.amount(),
                                payment.merchant(),
                                payment.order())));
    }

    @PostMapping("/v1/cards/{id}:care")
    @Permission("cards.serve")
    CardView care(Caller caller, @PathVariable String id, @RequestBody Care wish) {
        return card(
                care.handle(
                        new CareForCard.Command(
                                PublicId.decode(PREFIX, id),
                                wish.act(),
                                wish.newMedium(),
                                caller.key(),
                                wish.reason())));
    }

    @PostMapping("/v1/cards/{id}:merge-into")
    @Permission("cards.serve")
    CardView merge(Caller caller, @PathVariable String id, @RequestParam String target) {
        return card(
                care.merge(
                        PublicId.decode(PREFIX, id),
                        PublicId.decode(PREFIX, target),
                        caller.key()));
    }

    @PostMapping("/v1/cards/{id}:refund")
    @Permission("cards.refund")
    PaidBackView refund(Caller caller, @PathVariable String id, @RequestBody Refund wish) {
        return switch (refund.handle(
                new RefundCard.Command(
                        IdempotencyReference.current(),
                        PublicId.decode(PREFIX, id),
                        wish.topUp(),
                        caller.key()))) {
            case RefundCard.Outcome.PaidBack(long minor) -> new PaidBackView(minor, "CNY");
            case RefundCard.Outcome.Refused(CardRefusal code) ->
                    throw Refusal.of(code, HttpStatus.CONFLICT);
        };
    }

    @GetMapping("/v1/stored-value/flow")
    @Permission("points.books")
    FlowSheet flow(@RequestParam LocalDate day) {
        return flow.handle(day);
    }

    @PutMapping("/v1/stored-value/custody")
    @Permission("points.books")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void custody(@RequestBody Custody custody) {
        flow.holds(custody.day(), custody.minor());
    }

    private static MovedView moved(StoredValue.Outcome outcome) {
        return switch (outcome) {
            case StoredValue.Outcome.Moved(
                            long principal,
                            long gift,
                            long principalLeft,
                            long giftLeft) ->
                    new MovedView(principal, gift, principalLeft, giftLeft);
            case StoredValue.Outcome.Refused(CardRefusal code, String possible) ->
                    throw Refusal.of(code, HttpStatus.CONFLICT, Map.of("possible", possible));
        };
    }

    private static CardView card(CareForCard.Outcome outcome) {
        return switch (outcome) {
            case CareForCard.Outcome.Done(long id, StoredCard.State state) ->
                    new CardView(PublicId.encode(PREFIX, id), state.name());
            case CareForCard.Outcome.Refused(CardRefusal code) ->
                    throw Refusal.of(code, HttpStatus.CONFLICT, Map.of("possible", ""));
        };
    }
}
