package dev.waystation.platform.members.passes.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.vault.KeyRing;
import dev.waystation.platform.foundation.vault.SigningKeys;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.members.passes.model.Pass;
import dev.waystation.platform.members.passes.model.PassProduct;
import dev.waystation.platform.members.passes.model.PassState;
import dev.waystation.platform.members.passes.model.PassToken;
import dev.waystation.platform.members.passes.model.PassUse;
import dev.waystation.platform.members.passes.model.Pause;
import dev.waystation.platform.members.passes.model.Span;
import dev.waystation.platform.members.passes.model.Standing;
import dev.waystation.platform.members.passes.model.Unused;
import dev.waystation.platform.members.passes.store.UsageStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Passes as members and staff see them. */
@Service
public class ShowPasses {

    /** Shown the evening before, still good at the gate in the morning. */
    private static final Duration TOKEN_IS_GOOD = Duration.ofHours(36);

    private final PassBooks books;
    private final UsageStore usage;
    private final KeyRing keys;
    private final Members members;
    private final Clock clock;

    ShowPasses(PassBooks books, UsageStore usage, SigningKeys keys, Members members, Clock clock) {
        this.books = books;
        this.usage = usage;
        this.keys = keys.ring(PassToken.KEYS);
        this.members = members;
        this.clock = clock;
    }

    /**
     * @param holder the masked name of who may use it
     * @param renewable whether it can be renewed today
     * @param token what opens the gate, empty where nothing would
     */
    public record Seen(
            Pass pass,
            PassProduct product,
            Standing standing,
            String holder,
            Unused unused,
            boolean renewable,
            List<PassUse> uses,
            String token,
            Explanation why) {}

    /** Newest first; of everybody when {@code memberId} is null. */
    public List<Seen> page(@Nullable Long memberId, long before, int limit) {
        return books.passes().page(memberId, before, limit).stream().map(this::seen).toList();
    }

    public Optional<Seen> one(long passId) {
        return books.passes().find(passId).map(this::seen);
    }

    private Seen seen(Pass pass) {
        LocalDate today = LocalDate.now(clock);
        PassProduct product = books.productOf(pass);
        List<Pause> pauses = books.pauses().of(pass.id());
        Standing standing = standing(pass, pauses, today);
        return new Seen(
                pass,
                product,
                standing,
                holder(pass),
                Unused.of(pass, product.term().months(), pauses, today),
                renewable(pass, product, today),
                usage.latest(pass.id()),
                pass.state() == PassState.PAID && standing != Standing.ENDED ? token(pass) : "",
                PassWords.why(pass, product, pauses));
    }

    String token(Pass pass) {
        return PassToken.of(pass, clock.instant().plus(TOKEN_IS_GOOD))
                .sign(keys.signing().privateKey());
    }

    private boolean renewable(Pass pass, PassProduct product, LocalDate today) {
        Span span = pass.span();
        return pass.state() == PassState.PAID
                && span != null
                && !today.isBefore(span.until().minusDays(product.term().renewDays()))
                && !today.isAfter(span.until().plusDays(product.term().graceDays()))
                && books.passes().page(pass.memberId(), Long.MAX_VALUE, 100).stream()
                        .noneMatch(next ->
                                java.util.Objects.equals(next.renews(), pass.id())
                                        && next.state() == PassState.PAID);
    }

    /** The masked name of who may come in with it. */
    String holder(Pass pass) {
        Long traveller = pass.travellerId();
        return traveller == null
                ? members.card(pass.memberId()).map(MemberCard::maskedName).orElse("")
                : members.traveller(pass.memberId(), traveller)
                        .map(TravellerIdentity::maskedName)
                        .orElse("");
    }

    private static Standing standing(Pass pass, List<Pause> pauses, LocalDate today) {
        Span span = pass.span();
        return switch (pass.state()) {
            case ORDERED, CANCELLED -> Standing.UNPAID;
            case BLOCKED -> Standing.BLOCKED;
            case RETURNED -> Standing.RETURNED;
            case UPGRADED -> Standing.UPGRADED;
            case PAID -> {
                if (span == null) {
                    yield Standing.WAITS_FOR_FIRST_USE;
                }
                if (today.isBefore(span.from())) {
                    yield Standing.BEGINS_LATER;
                }
                if (today.isAfter(span.until())) {
                    yield Standing.ENDED;
                }
                yield pauses.stream().anyMatch(pause -> pause.days().contains(today))
                        ? Standing.RESTS
                        : Standing.VALID;
            }
        };
    }
}
