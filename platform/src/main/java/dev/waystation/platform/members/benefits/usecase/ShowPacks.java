package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Phrases;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.accounts.Accounts;
import dev.waystation.platform.members.benefits.model.EnterprisePack;
import dev.waystation.platform.members.benefits.model.EnterpriseSeat;
import dev.waystation.platform.members.benefits.store.EnterprisePackStore;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packs as staff reads them: whose, of what, what is left, and why it is or isn't handed out. */
@Service
@Transactional(readOnly = true)
public class ShowPacks {

    /** Whether seats can be handed out now. */
    public enum State {
        OPEN,
        FULL,
        EXPIRED
    }

    /** A pack with what it is called today. */
    public record Row(
            EnterprisePack pack, String buyer, Said benefit, State state, Explanation why) {}

    /** A person with a seat; {@code name} is masked, and empty after the person left. */
    public record Seat(EnterpriseSeat seat, String name, Explanation why) {}

    public record Usage(Row row, List<Seat> seats) {}

    private final EnterprisePackStore packs;
    private final Accounts accounts;
    private final Members members;
    private final Phrases phrases;
    private final Clock clock;

    ShowPacks(
            EnterprisePackStore packs,
            Accounts accounts,
            Members members,
            Phrases phrases,
            Clock clock) {
        this.packs = packs;
        this.accounts = accounts;
        this.members = members;
        this.phrases = phrases;
        this.clock = clock;
    }

    public Map<String, Said> benefits() {
        return packs.benefits();
    }

    public List<Row> all() {
        Map<String, Said> names = packs.benefits();
        return packs.all().stream().map(pack -> row(pack, names)).toList();
    }

    public Optional<Usage> usage(long id) {
        return packs.find(id)
                .map(pack ->
                        new Usage(
                                row(pack, packs.benefits()),
                                packs.seats(id).stream().map(this::seat).toList()));
    }

    private Row row(EnterprisePack pack, Map<String, Said> names) {
        State state =
                pack.until().isBefore(LocalDate.now(clock))
                        ? State.EXPIRED
                        : pack.left() == 0 ? State.FULL : State.OPEN;
        String buyer =
                Optional.ofNullable(pack.accountId()).flatMap(accounts::name).orElse(pack.buyer());
        Said benefit = names.getOrDefault(pack.benefit(), Said.same(pack.benefit()));
        return new Row(pack, buyer, benefit, state, why(pack, state, benefit));
    }

    private Explanation why(EnterprisePack pack, State state, Said benefit) {
        Map<String, Object> values =
                Map.of(
                        "seats", pack.seats(),
                        "assigned", pack.assigned(),
                        "left", pack.left(),
                        "quota", pack.quota(),
                        "benefitZh", benefit.zh(),
                        "benefitEn", benefit.en(),
                        "period", phrases.say("PACK_PERIOD_" + pack.period(), Map.of()).zh(),
                        "periodEn", phrases.say("PACK_PERIOD_" + pack.period(), Map.of()).en(),
                        "from", pack.from(),
                        "until", pack.until());
        return Explanation.of(
                phrases.say("PACK_IS_" + state, values),
                reason("PACK_SEATS", pack.left() > 0, values),
                reason("PACK_TERM", state != State.EXPIRED, values),
                reason("PACK_QUOTA", true, values));
    }

    private Seat seat(EnterpriseSeat each) {
        String name = members.card(each.memberId()).map(MemberCard::maskedName).orElse("");
        String code =
                each.recalledAt() != null
                        ? "SEAT_CAME_BACK"
                        : each.uses() > 0 ? "SEAT_STAYS" : "SEAT_CAN_COME_BACK";
        String by = each.assignedBy() == null ? "—" : each.assignedBy();
        Map<String, Object> values = Map.of("uses", each.uses(), "by", by);
        return new Seat(
                each,
                name,
                Explanation.of(
                        phrases.say(code, values),
                        reason("SEAT_GIVEN_BY", true, values),
                        reason("SEAT_USES", each.uses() > 0, values)));
    }

    private Reason reason(String code, boolean held, Map<String, Object> values) {
        return new Reason(code, held, phrases.say(code, values), Map.of());
    }
}
