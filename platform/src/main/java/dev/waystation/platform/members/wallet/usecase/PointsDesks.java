package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.members.wallet.store.AccountReads;
import dev.waystation.platform.members.wallet.store.Currencies;
import dev.waystation.platform.members.wallet.store.PastReads;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens one desk for every lane; desks share what they read from, never an account. */
@Component
class PointsDesks {

    private final AccountReads reads;
    private final PastReads past;
    private final Currencies currencies;
    private final PersistEntries persist;
    private final Clock clock;

    PointsDesks(
            AccountReads reads,
            PastReads past,
            Currencies currencies,
            PersistEntries persist,
            Clock clock) {
        this.reads = reads;
        this.past = past;
        this.currencies = currencies;
        this.persist = persist;
        this.clock = clock;
    }

    PointsDesk open() {
        return new PointsDesk(reads, past, currencies, persist, clock);
    }
}
