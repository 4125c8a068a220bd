package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.wallet.facts.PointsExpiring;
import dev.waystation.platform.members.wallet.store.Currencies;
import dev.waystation.platform.members.wallet.store.NoticeStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says in time that points end: once per member, last day and threshold, in batches. */
@Service
public class TellExpiring {

    private static final int BATCH = 1_000;

    private final Currencies currencies;
    private final NoticeStore notices;
    private final FactLog facts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TellExpiring(
            Currencies currencies,
            NoticeStore notices,
            FactLog facts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.currencies = currencies;
        this.notices = notices;
        this.facts = facts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public int handle() {
        int told = 0;
        for (String currency : currencies.codes()) {
            told += ofCurrency(currency);
        }
        return told;
    }

    private int ofCurrency(String currency) {
        LocalDate from = LocalDate.now(clock);
        int told = 0;
        Iterator<Integer> nearestFirst =
                currencies.rules(currency).noticeDays().stream().sorted().iterator();
        // Whoever is already within seven days is not told of the thirty as well.
        while (nearestFirst.hasNext()) {
            int threshold = nearestFirst.next();
            LocalDate to = LocalDate.now(clock).plusDays(threshold);
            int batch = BATCH;
            while (batch == BATCH) {
                batch = tell(currency, threshold, from, to);
                told += batch;
            }
            from = to.plusDays(1);
        }
        return told;
    }

    private int tell(String currency, int threshold, LocalDate from, LocalDate to) {
        Integer told =
                transaction.execute(status -> {
                    List<PointsExpiring> expiring =
                            notices.tell(currency, threshold, from, to, clock.instant(), BATCH);
                    facts.append(expiring);
                    return expiring.size();
                });
        return told == null ? 0 : told;
    }
}
