package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.lane.Desk;
import dev.waystation.lane.LaneFenced;
import dev.waystation.ledger.Account;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.WalletRefusal;
import dev.waystation.platform.members.wallet.model.AccountKey;
import dev.waystation.platform.members.wallet.model.CurrencyRules;
import dev.waystation.platform.members.wallet.model.Past;
import dev.waystation.platform.members.wallet.store.AccountReads;
import dev.waystation.platform.members.wallet.store.Currencies;
import dev.waystation.platform.members.wallet.store.PastReads;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;

/** Decides the commands of one partition of members on accounts it keeps in memory. */
final class PointsDesk implements Desk<PointsCommand, PostOutcome> {

    private static final int REMEMBERED_ACCOUNTS = 50_000;

    private final AccountReads reads;
    private final Currencies currencies;
    private final PersistEntries persist;
    private final Clock clock;

    private final Map<AccountKey, Account> accounts = new HashMap<>();
    private final Prepared known;
    private final Draftbook book;
    private List<PointsCommand> single = List.of();
    private boolean doubt;

    PointsDesk(
            AccountReads reads,
            PastReads past,
            Currencies currencies,
            PersistEntries persist,
            Clock clock) {
        this.reads = reads;
        this.currencies = currencies;
        this.persist = persist;
        this.clock = clock;
        this.known = new Prepared(past);
        this.book = new Draftbook(known);
    }

    @Override
    public void prepare(List<PointsCommand> commands) {
        forgetBatch();
        single = commands.stream().flatMap(PointsDesk::parts).toList();
        if (accounts.size() > REMEMBERED_ACCOUNTS) {
            accounts.clear();
        }
        List<AccountKey> cold =
                single.stream()
                        .map(PointsDesk::key)
                        .distinct()
                        .filter(each -> !accounts.containsKey(each))
                        .toList();
        if (!cold.isEmpty()) {
            accounts.putAll(reads.accounts(cold, LocalDate.now(clock)));
        }
        known.read(single, doubt);
    }

    @Override
    public PostOutcome decide(PointsCommand command) {
        return command instanceof PointsCommand.Together bundle ? all(bundle) : one(command);
    }

    @Override
    public void commit() {
        if (book.isEmpty()) {
            return;
        }
        try {
            persist.handle(book.written(), book.reasons());
            doubt = false;
        } catch (DuplicateKeyException another) {
            throw new LaneFenced("Another writer posted to these accounts", another);
        }
        forgetBatch();
    }

    @Override
    public void rollback(Throwable cause) {
        // Whatever a failed commit left behind, the next attempt reads the journal.
        doubt = true;
        single.forEach(each -> accounts.remove(key(each)));
        forgetBatch();
    }

    /** All parts or none: a refused part puts everything back that the parts before it did. */
    private PostOutcome all(PointsCommand.Together bundle) {
        Map<AccountKey, Account> before = new HashMap<>();
        bundle.parts()
                .forEach(part ->
                        before.computeIfAbsent(
                                key(part),
                                key -> Objects.requireNonNull(accounts.get(key)).copy()));
        Runnable forget = known.bookmark(bundle.parts());
        int mark = book.mark();
        PostOutcome.Posted first = null;
        long amount = 0;
        for (PointsCommand part : bundle.parts()) {
            switch (one(part)) {
                case PostOutcome.Posted posted -> {
                    amount += posted.amount();
                    first = first == null ? posted : first;
                }
                case PostOutcome.Refused refused -> {
                    accounts.putAll(before);
                    book.backTo(mark);
                    forget.run();
                    return refused;
                }
            }
        }
        PostOutcome.Posted done = Objects.requireNonNull(first);
        return new PostOutcome.Posted(
                done.entryNo(), amount, done.spendable(), done.explanationId(), done.repeated());
    }

    private PostOutcome one(PointsCommand command) {
        Past before = known.past(command);
        if (before != null) {
            return Draftbook.repeated(before, command);
        }
        Account account = Objects.requireNonNull(accounts.get(key(command)));
        CurrencyRules rules = currencies.rules(command.currency());
        LocalDate today = LocalDate.now(clock);
        if (account.asleep(day(today)) && !(command instanceof PointsCommand.Expire)) {
            endWhatSlept(command, account, rules, today);
        }
        SpentBefore spent = SpentBefore.of(known, command);
        return switch (Verdict.on(command, account, known, rules, today)) {
            case Verdict.Refused(WalletRefusal code, long asked, long possible) -> {
                Past done = known.lookUp(command);
                yield done == null
                        ? new PostOutcome.Refused(code, asked, possible)
                        : Draftbook.repeated(done, command);
            }
            case Verdict.Posted(var entry) -> {
                if (!(command instanceof PointsCommand.Expire)) {
                    account.activeUntil(rules.activeUntil(today));
                }
                yield book.enter(command, account, entry, spent, today, clock.instant());
            }
        };
    }

    /** A movement wakes the account, but not what ended while it slept. */
    private void endWhatSlept(
            PointsCommand command, Account account, CurrencyRules rules, LocalDate today) {
        while (true) {
            String name = "slept " + command.currency() + " " + account.entries();
            PointsCommand expire =
                    new PointsCommand.Expire(
                            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                            command.memberId(),
                            command.currency());
            if (!(Verdict.on(expire, account, known, rules, today)
                    instanceof Verdict.Posted(var entry))) {
                return;
            }
            book.enter(expire, account, entry, SpentBefore.NOTHING, today, clock.instant());
        }
    }

    private void forgetBatch() {
        known.forget();
        book.clear();
    }

    private static Stream<PointsCommand> parts(PointsCommand command) {
        return command instanceof PointsCommand.Together(List<PointsCommand> parts)
                ? parts.stream()
                : Stream.of(command);
    }

    private static AccountKey key(PointsCommand command) {
        return new AccountKey(command.memberId(), command.currency());
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
