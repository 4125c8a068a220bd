package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.members.loyalty.model.Earning;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.model.EarningRule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The one place where events meet rules; live, dry run, back-test and re-run all come here. */
@Component
class EarningRoom {

    private final Programmes programmes;
    private final RuleBook rules;
    private final Earners earners;
    private final Clock clock;
    private final Earning earning;

    EarningRoom(Programmes programmes, RuleBook rules, Earners earners, Clock clock) {
        this.programmes = programmes;
        this.rules = rules;
        this.earners = earners;
        this.clock = clock;
        this.earning = new Earning(clock.getZone());
    }

    Earning earning() {
        return earning;
    }

    ZoneId zone() {
        return clock.getZone();
    }

    Instant now() {
        return clock.instant();
    }

    Map<String, Object> earner(EarningEvent event) {
        return earners.of(event);
    }

    /** By the published rules. */
    List<Earning.Wish> wishes(List<EarningEvent> events, List<Map<String, Object>> earners) {
        return events.isEmpty() ? List.of() : wishes(events, earners, rules.published());
    }

    /** By these rules: each event by those that were valid when it happened. */
    List<Earning.Wish> wishes(
            List<EarningEvent> events,
            List<Map<String, Object>> earners,
            List<EarningRule> versions) {
        List<Earning.Wish> wishes = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            EarningEvent event = events.get(i);
            wishes.add(
                    earning.wish(
                            event,
                            earners.get(i),
                            programmes.of(event.programme()),
                            RuleBook.validAt(versions, event.at())));
        }
        return wishes;
    }
}
