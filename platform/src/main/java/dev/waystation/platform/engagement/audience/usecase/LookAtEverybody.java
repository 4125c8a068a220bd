package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.Traits;
import dev.waystation.platform.engagement.audience.store.TraitStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the rules about every member again, because a rule changed and not a member. */
@Component
class LookAtEverybody {

    private static final int PAGE = 1_000;

    private final TraitStore traits;
    private final RefreshMembers refresh;
    private final AudienceSets sets;
    private final Clock clock;

    LookAtEverybody(TraitStore traits, RefreshMembers refresh, AudienceSets sets, Clock clock) {
        this.traits = traits;
        this.refresh = refresh;
        this.sets = sets;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** In the transaction of the caller, who holds the rules. */
    void because(String cause) {
        sets.forgetAfterCommit();
        long after = Long.MIN_VALUE;
        List<Traits> page;
        do {
            page = traits.page(after, PAGE);
            Map<Long, String> causes = new HashMap<>();
            for (Traits row : page) {
                after = row.memberId();
                causes.put(after, cause);
            }
            refresh.handle(new RefreshMembers.Command(causes));
        } while (page.size() == PAGE);
    }
}
