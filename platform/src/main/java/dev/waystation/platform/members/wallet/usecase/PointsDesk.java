package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.lane.Desk;
import dev.waystation.lane.LaneFenced;
import dev.waystation.ledger.Account;
import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.Decision;
import dev.waystation.ledger.Entry;
import dev.waystation.ledger.EntryKind;
import dev.waystation.ledger.Lapsed;
import dev.waystation.ledger.LotKey;
import dev.waystation.ledger.TakeBack;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.WalletRefusal;
import dev.waystation.platform.members.wallet.model.AccountKey;
import dev.waystation.platform.members.wallet.model.Past;
import dev.waystation.platform.members.wallet.model.Reference;
import dev.waystation.platform.members.wallet.model.SpentEntry;
import dev.waystation.platform.members.wallet.model.Written;
import dev.waystation.platform.members.wallet.store.AccountReads;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Decides the commands of one partition of members on accounts it keeps in memory. */
final class PointsDesk implements Desk<PointsCommand, PostOutcome> {

    private static final int REMEMBERED_ACCOUNTS = 20_000;

    private final AccountReads reads;
    private final PersistEntries persist;
    private final Function<String, String> funding;
    private final Clock clock;

    private final Map<AccountKey, Account> accounts = new HashMap<>();
    private final Map<Reference, Past> past = new HashMap<>();
    private final Map<Reference, SpentEntry> spends = new HashMap<>();
    private final Map<Reference, LotKey> credits = new HashMap<>();
    private final List<Written> written = new ArrayList<>();
    private final Map<String, Explanation> explanations = new LinkedHashMap<>();

    PointsDesk(
            AccountReads reads,
            PersistEntries persist,
            Function<String, String> funding,
            Clock clock) {
        this.reads = reads;
        this.persist = persist;
        this.funding = funding;
        this.clock = clock;
    }

    @Override
    public void prepare(List<PointsCommand> commands) {
        forgetBatch();
        if (accounts.size() > REMEMBERED_ACCOUNTS) {
            accounts.clear();
        }
        List<AccountKey> cold =
                commands.stream()
                        .map(PointsDesk::key)
                        .distinct()
                        .filter(each -> !accounts.containsKey(each))
                        .toList();
        if (!cold.isEmpty()) {
            accounts.putAll(reads.accounts(cold, LocalDate.now(clock)));
        }
        past.putAll(reads.past(references(commands, PointsCommand::reference)));
        Collection<Reference> spent = about(commands, PointsCommand.GiveBack.class);
        if (!spent.isEmpty()) {
            spends.putAll(reads.spends(spent));
        }
        Collection<Reference> earned = about(commands, PointsCommand.TakeBack.class);
        if (!earned.isEmpty()) {
            credits.putAll(reads.credits(earned));
        }
    }

    @Override
    public PostOutcome decide(PointsCommand command) {
        Past before = past.get(new Reference(command.memberId(), command.reference()));
        if (before != null) {
            return repeated(before, command);
        }
        Account account = Objects.requireNonNull(accounts.get(key(command)));
        Instant now = clock.instant();
        int today = Math.toIntExact(LocalDate.now(clock).toEpochDay());
        long[] returnedBefore = returned(command);
        Decision decision =
                switch (command) {
                    case PointsCommand.Credit credit ->
                            account.credit(credit.amount(), lot(credit), today);
                    case PointsCommand.Spend spend -> account.spend(spend.amount(), today);
                    case PointsCommand.Hold hold ->
                            account.hold(hold.reference(), hold.amount(), today);
                    case PointsCommand.Capture capture ->
                            account.capture(capture.about(), capture.amount());
                    case PointsCommand.Release release -> account.release(release.about());
                    case PointsCommand.Expire _ -> account.expireFirstLapsed(today);
                    case PointsCommand.GiveBack back -> {
                        SpentEntry spent = spends.get(reference(back, back.about()));
                        if (spent == null) {
                            yield null;
                        }
                        // Points that lapsed since come back for thirty days.
                        yield account.giveBack(
                                spent.outlay(),
                                back.amount(),
                                today,
                                new Lapsed.UsableUntil(today + 30));
                    }
                    case PointsCommand.TakeBack back -> {
                        LotKey earned = credits.get(reference(back, back.about()));
                        yield earned == null
                                ? null
                                : account.takeBack(
                                        earned, back.amount(), today, new TakeBack.WithinBalance());
                    }
                };
        return switch (decision) {
            case null ->
                    new PostOutcome.Refused(
                            command instanceof PointsCommand.GiveBack
                                    ? WalletRefusal.SPEND_IS_UNKNOWN
                                    : WalletRefusal.CREDIT_IS_UNKNOWN,
                            command.amount(),
                            0);
            case Decision.Refused(var code, long asked, long possible) ->
                    new PostOutcome.Refused(WalletRefusal.of(code), asked, possible);
            case Decision.Posted(Entry entry) ->
                    posted(command, account, entry, returnedBefore, today, now);
        };
    }

    @Override
    public void commit() {
        if (written.isEmpty()) {
            return;
        }
        try {
            persist.handle(written, explanations);
        } catch (DuplicateKeyException another) {
            throw new LaneFenced("Another writer posted to these accounts", another);
        }
        forgetBatch();
    }

    @Override
    public void rollback(Throwable cause) {
        // Whatever a failed commit left behind, the next batch reads the journal.
        accounts.clear();
        forgetBatch();
    }

    private PostOutcome posted(
            PointsCommand command,
            Account account,
            Entry entry,
            long[] returnedBefore,
            int today,
            Instant now) {
        String explanationId = null;
        if (command instanceof PointsCommand.Credit credit) {
            explanationId = Explanations.freshId();
            explanations.put(explanationId, credit.why());
        }
        Past fresh =
                new Past(
                        command.memberId(),
                        command.reference(),
                        command.currency(),
                        entry.kind(),
                        command.amount(),
                        command.about(),
                        entry.number(),
                        entry.amount(),
                        account.spendable(today),
                        explanationId);
        past.put(new Reference(command.memberId(), command.reference()), fresh);
        SpentEntry spent =
                command instanceof PointsCommand.GiveBack back
                        ? spends.get(reference(back, back.about()))
                        : null;
        written.add(
                new Written(
                        fresh,
                        entry,
                        account,
                        command.source(),
                        lastDay(command, entry),
                        command instanceof PointsCommand.Hold hold ? hold.expiresAt() : null,
                        spent == null ? 0 : spent.entryNo(),
                        spent == null ? List.of() : difference(spent, returnedBefore),
                        now));
        return new PostOutcome.Posted(
                entry.number(), entry.amount(), fresh.spendableAfter(), explanationId, false);
    }

    private static PostOutcome repeated(Past before, PointsCommand command) {
        boolean same =
                before.kind() == kind(command)
                        && before.currency().equals(command.currency())
                        && before.asked() == command.amount()
                        && Objects.equals(before.about(), command.about());
        return same
                ? new PostOutcome.Posted(
                        before.entryNo(),
                        before.amount(),
                        before.spendableAfter(),
                        before.explanationId(),
                        true)
                : new PostOutcome.Refused(
                        WalletRefusal.REFERENCE_MEANS_SOMETHING_ELSE, command.amount(), 0);
    }

    private static EntryKind kind(PointsCommand command) {
        return switch (command) {
            case PointsCommand.Credit _ -> EntryKind.CREDIT;
            case PointsCommand.Spend _ -> EntryKind.SPEND;
            case PointsCommand.Hold _ -> EntryKind.HOLD;
            case PointsCommand.Capture _ -> EntryKind.CAPTURE;
            case PointsCommand.Release _ -> EntryKind.RELEASE;
            case PointsCommand.GiveBack _ -> EntryKind.RETURN;
            case PointsCommand.TakeBack _ -> EntryKind.REVERSAL;
            case PointsCommand.Expire _ -> EntryKind.EXPIRY;
        };
    }

    private LotKey lot(PointsCommand.Credit credit) {
        return LotKey.until(credit.expiresOn(), funding.apply(credit.currency()), credit.source());
    }

    private static @Nullable LocalDate lastDay(PointsCommand command, Entry entry) {
        return switch (command) {
            case PointsCommand.Credit credit -> credit.expiresOn();
            case PointsCommand.Expire _ ->
                    LocalDate.ofEpochDay(entry.allocations().getFirst().key().lastDay());
            case PointsCommand.Spend _,
                    PointsCommand.Hold _,
                    PointsCommand.Capture _,
                    PointsCommand.Release _,
                    PointsCommand.GiveBack _,
                    PointsCommand.TakeBack _ ->
                    null;
        };
    }

    private long[] returned(PointsCommand command) {
        if (command instanceof PointsCommand.GiveBack back) {
            SpentEntry spent = spends.get(reference(back, back.about()));
            return spent == null ? new long[0] : spent.outlay().returned();
        }
        return new long[0];
    }

    private static List<Allocation> difference(SpentEntry spent, long[] before) {
        List<Allocation> back = new ArrayList<>();
        long[] after = spent.outlay().returned();
        for (int i = 0; i < after.length; i++) {
            if (after[i] > before[i]) {
                Allocation taken = spent.outlay().taken().get(i);
                back.add(new Allocation(taken.lot(), taken.key(), after[i] - before[i]));
            }
        }
        return back;
    }

    private void forgetBatch() {
        past.clear();
        spends.clear();
        credits.clear();
        written.clear();
        explanations.clear();
    }

    private static AccountKey key(PointsCommand command) {
        return new AccountKey(command.memberId(), command.currency());
    }

    private static Reference reference(PointsCommand command, UUID reference) {
        return new Reference(command.memberId(), reference);
    }

    private static Collection<Reference> references(
            List<PointsCommand> commands, Function<PointsCommand, UUID> which) {
        return commands.stream()
                .map(each -> reference(each, which.apply(each)))
                .collect(Collectors.toSet());
    }

    private static Collection<Reference> about(
            List<PointsCommand> commands, Class<? extends PointsCommand> kind) {
        return commands.stream()
                .filter(kind::isInstance)
                .map(each -> reference(each, Objects.requireNonNull(each.about())))
                .collect(Collectors.toSet());
    }
}
