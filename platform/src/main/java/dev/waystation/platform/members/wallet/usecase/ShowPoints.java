package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.model.BooksCheck;
import dev.waystation.platform.members.wallet.model.LotLine;
import dev.waystation.platform.members.wallet.model.StatementFilter;
import dev.waystation.platform.members.wallet.model.StatementLine;
import dev.waystation.platform.members.wallet.model.TrialBalance;
import dev.waystation.platform.members.wallet.store.Currencies;
import dev.waystation.platform.members.wallet.store.StatementReads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** A member's points: balance, lots and statement; and whether the books are sound. */
@Service
public class ShowPoints {

    /** Balance, lots and a page of the statement. */
    public record View(Balance balance, List<LotLine> lots, Page<StatementLine> statement) {}

    private final Points points;
    private final StatementReads reads;
    private final Currencies currencies;

    ShowPoints(Points points, StatementReads reads, Currencies currencies) {
        this.points = points;
        this.reads = reads;
        this.currencies = currencies;
    }

    public View handle(
            long memberId,
            String currency,
            StatementFilter filter,
            Optional<Cursor> cursor,
            int limit) {
        Malformed.require(
                currencies.codes().contains(currency),
                "currency",
                currency,
                "give one of " + currencies.codes());
        long before = cursor.map(each -> each.number(0)).orElse(Long.MAX_VALUE);
        List<StatementLine> lines = reads.lines(memberId, currency, filter, before, limit + 1);
        return new View(
                points.balance(memberId, currency),
                reads.lots(memberId, currency),
                Page.cut(lines, limit, last -> Cursor.after(last.entryNo())));
    }

    /** Recounts everything on one snapshot, while others go on posting. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public BooksCheck verify() {
        return reads.check();
    }

    /** What the member owned at an instant. */
    public long asOf(long memberId, String currency, Instant at) {
        return points.balanceAsOf(memberId, currency, at);
    }

    /** Every place of every currency; each currency sums to zero. */
    @Transactional(readOnly = true)
    public List<TrialBalance> trial() {
        return reads.trial();
    }
}
