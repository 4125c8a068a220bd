package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.members.wallet.JournalChain;
import dev.waystation.platform.members.wallet.store.ChainStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the journal behind the backs of its writers: reads what they committed, writes tables of
 * its own, and waits for nobody.
 */
@Service
public class ChainJournal implements JournalChain {

    private static final String START = "00".repeat(32);
    private static final int ACCOUNTS = 5_000;
    private static final int ENTRIES = 1_000;
    private static final int LINKS = 20;
    private static final int TOLD = 100;

    private final ChainStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChainJournal(ChainStore store, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Adds links until every committed entry is covered; how many accounts they cover. */
    public long handle() {
        long covered = 0;
        int added = ACCOUNTS;
        while (added > 0) {
            added = Optional.ofNullable(transaction.execute(_ -> link())).orElse(0);
            covered += added;
        }
        return covered;
    }

    private int link() {
        Optional<Head> last = store.head();
        return store.add(
                last.map(Head::number).orElse(0L) + 1,
                last.map(Head::digest).orElse(START),
                clock.instant(),
                ACCOUNTS,
                ENTRIES);
    }

    @Override
    public Optional<Head> head() {
        return store.head();
    }

    @Override
    public long waiting() {
        return store.waiting();
    }

    @Override
    public Verdict verify(@Nullable Kept kept, LongConsumer links) {
        Optional<Head> head = store.head();
        long number = head.map(Head::number).orElse(0L);
        List<Fault> faults = new ArrayList<>();
        if (kept != null && !store.stands(kept.number(), kept.digest())) {
            faults.add(new Fault.DiffersFromKept(kept.number()));
        }
        faults.addAll(store.missingRanges(TOLD));
        for (long after = 0; after < number && faults.size() < TOLD; after += LINKS) {
            faults.addAll(store.faults(after, after + LINKS, TOLD));
            links.accept(Math.min(number, after + LINKS));
        }
        return new Verdict(
                number,
                head.map(Head::entries).orElse(0L),
                faults.subList(0, Math.min(TOLD, faults.size())));
    }
}
