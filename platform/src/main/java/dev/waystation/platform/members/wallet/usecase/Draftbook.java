package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.ledger.Account;
import dev.waystation.ledger.Entry;
import dev.waystation.ledger.EntryKind;
import dev.waystation.ledger.Promise;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.WalletRefusal;
import dev.waystation.platform.members.wallet.model.Past;
import dev.waystation.platform.members.wallet.model.Promised;
import dev.waystation.platform.members.wallet.model.Totals;
import dev.waystation.platform.members.wallet.model.Undoable;
import dev.waystation.platform.members.wallet.model.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries of one batch before they are in the journal. */
final class Draftbook {

    private final Prepared known;
    private final List<Written> written = new ArrayList<>();
    private final Map<String, Explanations.Owned> reasons = new LinkedHashMap<>();

    Draftbook(Prepared known) {
        this.known = known;
    }

    boolean isEmpty() {
        return written.isEmpty();
    }

    List<Written> written() {
        return written;
    }

    Map<String, Explanations.Owned> reasons() {
        return reasons;
    }

    int mark() {
        return written.size();
    }

    /** Reasons without their entry stay behind; nobody can point at them. */
    void backTo(int mark) {
        written.subList(mark, written.size()).clear();
    }

    void clear() {
        written.clear();
        reasons.clear();
    }

    PostOutcome enter(
            PointsCommand command,
            Account account,
            Entry entry,
            SpentBefore spent,
            LocalDate today,
            Instant now) {
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
                        account.spendable(Math.toIntExact(today.toEpochDay())),
                        explanation(command));
        known.posted(fresh);
        moveOn(command, fresh);
        written.add(
                new Written(
                        fresh,
                        entry,
                        Totals.of(account),
                        source(command),
                        command.note(),
                        lastDay(command, entry, today),
                        dueAt(command),
                        promiseLeft(command, account),
                        spent.entryNo(),
                        spent.broughtBack(),
                        now));
        return new PostOutcome.Posted(
                entry.number(),
                entry.amount(),
                fresh.spendableAfter(),
                fresh.explanationId(),
                false);
    }

    static PostOutcome repeated(Past before, PointsCommand command) {
        boolean same =
                sameKind(before.kind(), command)
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

    private static boolean sameKind(EntryKind kind, PointsCommand command) {
        return switch (command) {
            case PointsCommand.Credit _ -> kind == EntryKind.CREDIT;
            case PointsCommand.Promise _ -> kind == EntryKind.PROMISE;
            case PointsCommand.Activate _ -> kind == EntryKind.ACTIVATION;
            case PointsCommand.Cancel _ -> kind == EntryKind.CANCELLATION;
            case PointsCommand.Spend _ -> kind == EntryKind.SPEND;
            case PointsCommand.Hold _ -> kind == EntryKind.HOLD;
            case PointsCommand.Capture _ -> kind == EntryKind.CAPTURE;
            case PointsCommand.Release _ -> kind == EntryKind.RELEASE;
            case PointsCommand.GiveBack _ -> kind == EntryKind.RETURN;
            // What was still promised is cancelled instead.
            case PointsCommand.TakeBack _ ->
                    kind == EntryKind.REVERSAL || kind == EntryKind.CANCELLATION;
            case PointsCommand.Restore _ -> kind == EntryKind.RESTORATION;
            case PointsCommand.Deduct _ -> kind == EntryKind.DEDUCTION;
            case PointsCommand.WriteOff _ -> kind == EntryKind.WRITE_OFF;
            case PointsCommand.MoveLastDay _ -> kind == EntryKind.MOVE;
            case PointsCommand.Reinstate _ -> kind == EntryKind.REINSTATEMENT;
            case PointsCommand.TransferOut _ -> kind == EntryKind.TRANSFER_OUT;
            case PointsCommand.TransferIn _ -> kind == EntryKind.TRANSFER_IN;
            case PointsCommand.Expire _ -> kind == EntryKind.EXPIRY;
            case PointsCommand.Together _ -> false;
        };
    }

    private @Nullable String explanation(PointsCommand command) {
        Explanation why = command.why();
        if (why != null) {
            String id = Explanations.freshId();
            reasons.put(id, new Explanations.Owned(command.memberId(), why));
            return id;
        }
        return command instanceof PointsCommand.Activate
                ? Objects.requireNonNull(known.promised(command)).explanationId()
                : null;
    }

    private String source(PointsCommand command) {
        return command instanceof PointsCommand.Activate
                ? Objects.requireNonNull(known.promised(command)).source()
                : command.source();
    }

    private void moveOn(PointsCommand command, Past fresh) {
        if (command instanceof PointsCommand.Promise promise) {
            known.promises(
                    promise,
                    new Promised(
                            promise.source(), promise.note().funding(), fresh.explanationId()));
        }
        if (command instanceof PointsCommand.Restore
                || command instanceof PointsCommand.Reinstate) {
            Undoable what = Objects.requireNonNull(known.undoable(command));
            known.undone(command, what);
        }
    }

    private static @Nullable LocalDate lastDay(
            PointsCommand command, Entry entry, LocalDate today) {
        return switch (command) {
            case PointsCommand.Credit credit -> credit.expiresOn();
            case PointsCommand.MoveLastDay move -> move.to();
            case PointsCommand.Reinstate again -> again.lastDay();
            case PointsCommand.Expire _ -> firstDay(entry);
            case PointsCommand.Activate _ ->
                    entry.allocations().isEmpty() ? today : firstDay(entry);
            default -> null;
        };
    }

    private static LocalDate firstDay(Entry entry) {
        return LocalDate.ofEpochDay(entry.allocations().getFirst().key().lastDay());
    }

    private static @Nullable Instant dueAt(PointsCommand command) {
        return switch (command) {
            case PointsCommand.Hold hold -> hold.expiresAt();
            case PointsCommand.Promise promise -> promise.activatesAt();
            default -> null;
        };
    }

    private static long promiseLeft(PointsCommand command, Account account) {
        UUID about = command.about();
        Promise promise = about == null ? null : account.promise(about);
        return promise == null ? 0 : promise.amount();
    }
}
