package dev.waystation.platform.selling.inventory.model;

import dev.waystation.release.Finding;
import dev.waystation.release.Product;
import dev.waystation.release.Quotas;

/**
 * The seats of a class as they stood after a commit, for readers on other threads. Nobody changes
 * it: the next commit publishes another one.
 */
public final class ClassView {

    private final int calls;
    private final int seatCount;
    private final int[] free;
    private final int[] sold;
    private final int[] held;
    private final Quotas quotas;

    ClassView(int calls, int seatCount, int[] free, int[] sold, int[] held, Quotas quotas) {
        this.calls = calls;
        this.seatCount = seatCount;
        this.free = free;
        this.sold = sold;
        this.held = held;
        this.quotas = quotas;
    }

    /** One array load for the seats, one small minimum for the limits. */
    public int available(Product product) {
        return Math.min(free(product.fromCall(), product.toCall()), quotas.allowance(product));
    }

    public int free(int fromCall, int toCall) {
        return free[fromCall * calls + toCall];
    }

    public int sold(int fromCall, int toCall) {
        return sold[fromCall * calls + toCall];
    }

    public int held(int fromCall, int toCall) {
        return held[fromCall * calls + toCall];
    }

    public Finding explain(Product product) {
        return quotas.explain(product, free(product.fromCall(), product.toCall()));
    }

    public int calls() {
        return calls;
    }

    public int seatCount() {
        return seatCount;
    }

    public Quotas quotas() {
        return quotas;
    }
}
