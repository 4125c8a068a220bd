package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.partners.PartnerRefusal;
import dev.waystation.platform.members.partners.model.Contract;
import dev.waystation.platform.members.partners.model.Contract.Direction;
import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.model.Partner;
import dev.waystation.platform.members.partners.store.ContractStore;
import dev.waystation.platform.members.partners.store.ConversionStore;
import dev.waystation.platform.members.partners.store.PartnerStore;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records a conversion, once per event of the partner. Nothing is sent here: {@link
 * CarryOutConversions} does that after this is durable. Points that go out are held first.
 */
@Service
public class AskConversion {

    /** After it the partner takes nothing under this id any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration HOLD = Duration.ofDays(7);

    /**
     * A wish to convert.
     *
     * @param memberId null when nobody knows the member the partner named
     * @param account the member's account at the partner; null when the partner has done its side
     * @param amount units of the partner going in, points of ours going out
     */
    public record Command(
            String partner,
            Direction direction,
            String eventId,
            @Nullable Long memberId,
            @Nullable String account,
            long amount,
            Conversion.Channel channel,
            Instant occurredAt) {
        public Command {
            Malformed.require(
                    !eventId.isBlank() && eventId.length() <= 100,
                    "eventId",
                    eventId,
                    "give 1 to 100 characters that name the event");
            Malformed.require(amount > 0, "amount", amount, "convert at least 1");
        }
    }

    /** What became of the wish. */
    public sealed interface Outcome {

        record Asked(Conversion conversion, boolean repeated) implements Outcome {}

        record Refused(PartnerRefusal code, long possible) implements Outcome {}
    }

    private final PartnerStore partners;
    private final ContractStore contracts;
    private final ConversionStore conversions;
    private final Allowances allowances;
    private final Points points;
    private final Clock clock;

    AskConversion(
            PartnerStore partners,
            ContractStore contracts,
            ConversionStore conversions,
            Allowances allowances,
            Points points,
            Clock clock) {
        this.partners = partners;
        this.contracts = contracts;
        this.conversions = conversions;
        this.allowances = allowances;
        this.points = points;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Partner partner = partners.byCode(command.partner()).orElse(null);
        if (partner == null) {
            return no(PartnerRefusal.PARTNER_NOT_FOUND, 0);
        }
        partners.lock(partner.id());
        UUID id = Conversion.idOf(partner.id(), command.eventId());
        Optional<Conversion> before = conversions.find(id);
        if (before.isPresent()) {
            return same(before.get(), command)
                    ? new Outcome.Asked(before.get(), true)
                    : no(PartnerRefusal.CONVERSION_EVENT_DIFFERS, 0);
        }
        if (!partner.active()) {
            return no(PartnerRefusal.PARTNER_IS_PAUSED, 0);
        }
        Contract contract = contract(partner, command.occurredAt());
        if (contract == null) {
            return no(PartnerRefusal.PARTNER_HAS_NO_CONTRACT, 0);
        }
        if (!contract.converts(command.direction())) {
            return no(PartnerRefusal.PARTNER_DOES_NOT_CONVERT_THIS_WAY, 0);
        }
        if (command.amount() < contract.minimum()) {
            return no(PartnerRefusal.CONVERSION_TOO_SMALL, contract.minimum());
        }
        Contract.Quote quote = contract.quote(command.direction(), command.amount());
        if (!quote.givesSomething()) {
            return no(PartnerRefusal.CONVERSION_GIVES_NOTHING, contract.minimum());
        }
        Conversion fresh = fresh(id, partner, contract, command, quote);
        Outcome.Refused refused =
                command.direction() == Direction.IN
                        ? allowances.take(partner, contract, fresh)
                        : held(fresh);
        if (refused != null) {
            return refused;
        }
        conversions.insert(fresh);
        return new Outcome.Asked(fresh, false);
    }

    /** What a conversion would give, without making it. */
    @Transactional(readOnly = true)
    public Optional<Contract> contractNow(Partner partner) {
        return Optional.ofNullable(contract(partner, clock.instant()));
    }

    private Outcome.@Nullable Refused held(Conversion conversion) {
        PostOutcome answer =
                points.post(
                        new PointsCommand.Hold(
                                conversion.entry("hold"),
                                Objects.requireNonNull(conversion.memberId()),
                                Points.POINTS,
                                conversion.points(),
                                clock.instant().plus(HOLD),
                                "partner"));
        return answer instanceof PostOutcome.Refused(var _, long _, long possible)
                ? no(PartnerRefusal.CONVERSION_BALANCE_TOO_LOW, possible)
                : null;
    }

    private Conversion fresh(
            UUID id, Partner partner, Contract contract, Command command, Contract.Quote quote) {
        Instant now = clock.instant();
        Conversion.State state =
                command.channel() == Conversion.Channel.MEMBER
                        ? Conversion.State.ASKED
                        : command.memberId() == null
                                ? Conversion.State.SUSPENSE
                                : Conversion.State.TAKEN;
        return new Conversion(
                id,
                partner.id(),
                command.direction(),
                command.eventId(),
                command.memberId(),
                command.account(),
                quote.units(),
                quote.points(),
                quote.fee(),
                contract.version(),
                command.channel(),
                state,
                null,
                command.occurredAt(),
                now,
                now.plus(PATIENCE),
                null);
    }

    private @Nullable Contract contract(Partner partner, Instant at) {
        return contracts.of(partner.id()).stream()
                .filter(each -> !each.validFrom().isAfter(LocalDate.ofInstant(at, each.zone())))
                .findFirst()
                .orElse(null);
    }

    private static boolean same(Conversion before, Command command) {
        long amount = before.direction() == Direction.IN ? before.units() : before.points();
        return before.direction() == command.direction()
                && amount == command.amount()
                && (before.memberId() == null
                        || command.memberId() == null
                        || Objects.equals(before.memberId(), command.memberId()));
    }

    private static Outcome.Refused no(PartnerRefusal code, long possible) {
        return new Outcome.Refused(code, possible);
    }
}
