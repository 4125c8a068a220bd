package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.ledger.Account;
import dev.waystation.ledger.Allocation;
import dev.waystation.ledger.Decision;
import dev.waystation.ledger.Earned;
import dev.waystation.ledger.Entry;
import dev.waystation.ledger.LotKey;
import dev.waystation.ledger.Promise;
import dev.waystation.platform.members.wallet.Parcel;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.WalletRefusal;
import dev.waystation.platform.members.wallet.model.CurrencyRules;
import dev.waystation.platform.members.wallet.model.Promised;
import dev.waystation.platform.members.wallet.model.SpentEntry;
import dev.waystation.platform.members.wallet.model.Undoable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the engine says to a command, by the rules of its currency. */
sealed interface Verdict {

    record Posted(Entry entry) implements Verdict {}

    record Refused(WalletRefusal code, long asked, long possible) implements Verdict {}

    static Verdict on(
            PointsCommand command,
            Account account,
            Prepared known,
            CurrencyRules rules,
            LocalDate date) {
        int today = day(date);
        return switch (command) {
            case PointsCommand.Credit credit ->
                    of(account.credit(credit.amount(), lot(credit, rules), today));
            case PointsCommand.Promise promise ->
                    of(account.promise(promise.reference(), promise.amount()));
            case PointsCommand.Activate activate -> {
                Promised what = known.promised(activate);
                yield what == null
                        ? unknown(WalletRefusal.PROMISE_IS_UNKNOWN, command)
                        : of(
                                account.activate(
                                        activate.about(),
                                        LotKey.until(
                                                rules.lastDay(date),
                                                funding(what.funding(), rules),
                                                what.source()),
                                        today));
            }
            case PointsCommand.Cancel cancel -> of(account.cancel(cancel.about(), cancel.amount()));
            case PointsCommand.Spend spend -> of(account.spend(spend.amount(), today));
            case PointsCommand.Deduct deduct -> of(account.deduct(deduct.amount(), today));
            case PointsCommand.WriteOff off -> of(account.writeOff(off.amount()));
            case PointsCommand.Hold hold ->
                    of(account.hold(hold.reference(), hold.amount(), today));
            case PointsCommand.Capture capture ->
                    of(account.capture(capture.about(), capture.amount()));
            case PointsCommand.Release release -> of(account.release(release.about()));
            case PointsCommand.Expire _ -> of(account.expireFirstLapsed(today));
            case PointsCommand.MoveLastDay move ->
                    of(account.moveLastDay(day(move.from()), day(move.to()), today));
            case PointsCommand.GiveBack back -> {
                SpentEntry spent = known.spend(back);
                yield spent == null
                        ? unknown(WalletRefusal.SPEND_IS_UNKNOWN, command)
                        : of(
                                account.giveBack(
                                        spent.outlay(), back.amount(), today, rules.lapsed(date)));
            }
            case PointsCommand.TakeBack back -> takeBack(back, account, known, rules, today);
            case PointsCommand.Restore restore -> {
                Undoable what = known.undoable(restore);
                yield what == null || what.undone()
                        ? unknown(undone(what, WalletRefusal.REVERSAL_IS_UNKNOWN), command)
                        : of(account.restore(what.did(), today, rules.lapsed(date)));
            }
            case PointsCommand.Reinstate again -> {
                Undoable what = known.undoable(again);
                if (what == null || what.undone()) {
                    yield unknown(undone(what, WalletRefusal.EXPIRY_IS_UNKNOWN), command);
                }
                yield what.postedOn().plusDays(rules.reinstateDays()).isBefore(date)
                        ? unknown(WalletRefusal.TOO_LATE_TO_REINSTATE, command)
                        : of(account.reinstate(what.did().taken(), day(again.lastDay()), today));
            }
            case PointsCommand.TransferOut out -> of(account.transferOut(out.amount(), today));
            case PointsCommand.TransferIn in ->
                    of(account.transferIn(in.parcels().stream().map(Verdict::part).toList()));
            case PointsCommand.Together together ->
                    throw new IllegalStateException("A bundle is decided part by part " + together);
        };
    }

    private static Verdict takeBack(
            PointsCommand.TakeBack back,
            Account account,
            Prepared known,
            CurrencyRules rules,
            int today) {
        Promise promise = account.promise(back.about());
        if (promise != null && !promise.settled()) {
            return of(account.cancel(back.about(), back.amount()));
        }
        Earned earned = known.earned(back);
        return earned == null
                ? unknown(WalletRefusal.CREDIT_IS_UNKNOWN, back)
                : of(
                        account.takeBack(
                                earned, back.amount(), today, rules.takeBack(back.debtLimit())));
    }

    private static Verdict of(Decision decision) {
        return switch (decision) {
            case Decision.Posted(Entry entry) -> new Posted(entry);
            case Decision.Refused(var code, long asked, long possible) ->
                    new Refused(WalletRefusal.of(code), asked, possible);
        };
    }

    private static Verdict unknown(WalletRefusal code, PointsCommand command) {
        return new Refused(code, command.amount(), 0);
    }

    private static WalletRefusal undone(@Nullable Undoable what, WalletRefusal otherwise) {
        return what == null ? otherwise : WalletRefusal.ALREADY_UNDONE;
    }

    private static LotKey lot(PointsCommand.Credit credit, CurrencyRules rules) {
        return LotKey.until(
                credit.expiresOn(), funding(credit.note().funding(), rules), credit.source());
    }

    private static Allocation part(Parcel parcel) {
        LotKey key = LotKey.until(parcel.lastDay(), parcel.funding(), parcel.source());
        return new Allocation(0, key, parcel.amount());
    }

    private static String funding(@Nullable String own, CurrencyRules rules) {
        return own == null ? rules.funding() : own;
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
