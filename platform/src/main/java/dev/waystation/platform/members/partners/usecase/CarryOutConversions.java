package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.partners.model.Contract.Direction;
import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.model.Conversion.State;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.model.PartnerLink;
import dev.waystation.platform.members.partners.store.ConversionStore;
import dev.waystation.platform.members.partners.store.PartnerStore;
import dev.waystation.platform.members.wallet.Note;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Carries conversions out: the partner's side, then ours. That something was sent is durable before
 * it is sent; from then on the partner is only asked, never sent the same again, until it answers
 * or its deadline is over. Our entries have references made from the conversion's id, so doing a
 * step twice posts once.
 */
@Service
public class CarryOutConversions {

    private static final Logger LOG = LoggerFactory.getLogger(CarryOutConversions.class);
    private static final int AT_ONCE = 500;
    private static final String SOURCE = "partner";

    private final ConversionStore conversions;
    private final PartnerStore partners;
    private final ConversionSteps steps;
    private final List<PartnerLink> links;
    private final Points points;
    private final Clock clock;

    CarryOutConversions(
            ConversionStore conversions,
            PartnerStore partners,
            ConversionSteps steps,
            List<PartnerLink> links,
            Points points,
            Clock clock) {
        this.conversions = conversions;
        this.partners = partners;
        this.steps = steps;
        this.links = List.copyOf(links);
        this.points = points;
        this.clock = clock;
    }

    /** One step for each that waits; how many ended. */
    public int run() {
        int ended = 0;
        for (Conversion each : conversions.open(AT_ONCE)) {
            try {
                ended += step(each) ? 1 : 0;
            } catch (RuntimeException failed) {
                LOG.warn("Conversion {} waits for the next round", each.id(), failed);
            }
        }
        return ended;
    }

    private boolean step(Conversion each) {
        Partner partner = partners.byId(each.partnerId()).orElseThrow();
        return switch (each.state()) {
            case TAKEN -> ourSide(each, partner);
            case SENT -> heard(each, partner, link(partner).ask(partner, each.id()));
            case ASKED -> {
                if (!steps.move(each, State.SENT, null, null)) {
                    yield false;
                }
                Conversion sent = conversions.find(each.id()).orElseThrow();
                yield heard(sent, partner, link(partner).send(partner, request(sent)));
            }
            case DONE, REFUSED, SUSPENSE -> false;
        };
    }

    private boolean heard(Conversion sent, Partner partner, PartnerLink.Answer answer) {
        return switch (answer) {
            case PartnerLink.Answer.Done(String ref) -> {
                steps.move(sent, State.TAKEN, null, ref);
                yield ourSide(conversions.find(sent.id()).orElseThrow(), partner);
            }
            case PartnerLink.Answer.Refused(String code) -> refused(sent, code);
            // Before the deadline our request may still be on its way there.
            case PartnerLink.Answer.NeverHeard _ ->
                    clock.instant().isAfter(sent.deadline()) && refused(sent, "NEVER_ARRIVED");
            case PartnerLink.Answer.Unknown _ -> false;
        };
    }

    private boolean ourSide(Conversion taken, Partner partner) {
        long member = Objects.requireNonNull(taken.memberId());
        PostOutcome answer =
                taken.direction() == Direction.IN
                        ? points.post(credit(taken, partner, member))
                        : points.post(
                                new PointsCommand.Capture(
                                        taken.entry("capture"),
                                        member,
                                        Points.POINTS,
                                        taken.entry("hold"),
                                        taken.points(),
                                        SOURCE));
        if (answer instanceof PostOutcome.Refused refused) {
            throw new IllegalStateException(
                    "The partner did its side of " + taken.id() + ", ours says " + refused.code());
        }
        return steps.move(taken, State.DONE, null, null);
    }

    private boolean refused(Conversion sent, String code) {
        if (sent.direction() == Direction.OUT) {
            points.post(
                    new PointsCommand.Release(
                            sent.entry("release"),
                            Objects.requireNonNull(sent.memberId()),
                            Points.POINTS,
                            sent.entry("hold"),
                            SOURCE));
        }
        return steps.move(sent, State.REFUSED, code, null);
    }

    private PointsCommand credit(Conversion taken, Partner partner, long member) {
        LocalDate last = points.lastDay(Points.POINTS, LocalDate.now(clock));
        return new PointsCommand.Credit(
                taken.entry("credit"),
                member,
                Points.POINTS,
                taken.points(),
                last,
                why(taken, partner),
                SOURCE,
                new Note(taken.eventId(), partner.code() + "@" + taken.contract(), null, null)
                        .fundedBy(partner.code()));
    }

    private static Explanation why(Conversion taken, Partner partner) {
        return Explanation.of(
                new Said(
                        "%s积分兑入".formatted(partner.name().zh()),
                        "Converted from points of %s".formatted(partner.name().en())),
                new Reason(
                        "CONTRACT_RATE",
                        true,
                        new Said(
                                "%d 个对方积分，按合作协议第 %d 版折合 %d 分，手续费 %d 分"
                                        .formatted(
                                                taken.units(),
                                                taken.contract(),
                                                taken.points(),
                                                taken.fee()),
                                "%d of theirs make %d points by version %d of the contract, fee %d"
                                        .formatted(
                                                taken.units(),
                                                taken.points(),
                                                taken.contract(),
                                                taken.fee())),
                        Map.of(
                                "units", taken.units(),
                                "points", taken.points(),
                                "contract", taken.contract())));
    }

    private static PartnerLink.Request request(Conversion sent) {
        return new PartnerLink.Request(
                sent.id(),
                sent.direction(),
                Objects.requireNonNull(sent.account()),
                sent.units(),
                sent.deadline());
    }

    private PartnerLink link(Partner partner) {
        return links.stream()
                .filter(each -> each.link() == partner.link())
                .findFirst()
                .orElseThrow();
    }
}
