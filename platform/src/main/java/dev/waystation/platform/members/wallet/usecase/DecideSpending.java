package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.SpendRule;
import dev.waystation.platform.members.wallet.Spending;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.members.wallet.store.SpendReads;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers whether points and stored value may pay. */
@Service
class DecideSpending implements Spending {

    private final SpendTerms terms;
    private final SpendReads reads;
    private final Points points;

    DecideSpending(SpendTerms terms, SpendReads reads, Points points) {
        this.terms = terms;
        this.reads = reads;
        this.points = points;
    }

    @Override
    public SpendRule rule() {
        return terms.now();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayUsePoints(long memberId) {
        return points.balance(memberId, Points.POINTS).spendable() >= rule().firstUsePoints()
                || reads.everSpent(memberId);
    }

    @Override
    @Transactional(readOnly = true)
    public long storedValue(long memberId) {
        return reads.activeCard(memberId).isEmpty()
                ? 0
                : points.balance(memberId, StoredValue.PRINCIPAL).spendable()
                        + points.balance(memberId, StoredValue.GIFT).spendable();
    }
}
