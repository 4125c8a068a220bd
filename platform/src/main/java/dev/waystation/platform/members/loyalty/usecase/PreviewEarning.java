package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.members.loyalty.model.Allowance;
import dev.waystation.platform.members.loyalty.model.Decision;
import dev.waystation.platform.members.loyalty.model.Earning;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.model.EarningWhy;
import dev.waystation.platform.members.loyalty.store.PotStore;
import dev.waystation.platform.members.loyalty.store.RuleStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an event would earn, now or on a day ahead; the engine of the live path, and no writing. */
@Service
public class PreviewEarning {

    /** The decision with its reasons. */
    public record Preview(Decision decision, Explanation why) {}

    private final EarningRoom room;
    private final RuleBook book;
    private final RuleStore rules;
    private final PotStore pots;

    PreviewEarning(EarningRoom room, RuleBook book, RuleStore rules, PotStore pots) {
        this.room = room;
        this.book = book;
        this.rules = rules;
        this.pots = pots;
    }

    /**
     * @param traits what is known of the earner, for a passer-by; a member's own values win
     * @param draft code of a rule whose draft counts instead of what is published
     */
    @Transactional(readOnly = true)
    public Preview handle(EarningEvent event, Map<String, Object> traits, @Nullable String draft) {
        Map<String, Object> earner = new HashMap<>(traits);
        earner.putAll(room.earner(event));
        List<Earning.Wish> wishes =
                draft == null
                        ? room.wishes(List.of(event), List.of(earner))
                        : room.wishes(
                                List.of(event),
                                List.of(earner),
                                book.publishedWith(rules.of(draft).getLast()));
        Earning.Wish wish = wishes.getFirst();
        Decision decision = room.earning().settle(wish, new Allowance(pots.read(wish.counters())));
        return new Preview(decision, EarningWhy.of(decision, Decision.POINTS, room.zone()));
    }
}
