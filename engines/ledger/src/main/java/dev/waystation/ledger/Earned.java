package dev.waystation.ledger;

/**
 * A credit and how much of it was asked back already. All part returns of one purchase share one
 * instance, so together they never take back more than was earned.
 */
public final class Earned {

    private final LotKey into;
    private final long amount;
    private long askedBack;

    /**
     * @param into the lot the credit went into
     * @param askedBack what earlier reversals asked for, minus those undone since
     */
    public Earned(LotKey into, long amount, long askedBack) {
        this.into = into;
        this.amount = amount;
        this.askedBack = askedBack;
    }

    /** The same credit on its own, to go back to. */
    public Earned copy() {
        return new Earned(into, amount, askedBack);
    }

    public LotKey into() {
        return into;
    }

    /** What can still be asked back. */
    public long outstanding() {
        return amount - askedBack;
    }

    void askedBack(long more) {
        askedBack += more;
    }
}
