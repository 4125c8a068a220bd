package dev.waystation.platform.members.wallet;

import org.jspecify.annotations.Nullable;

/** The durable answer to a {@link PointsCommand}. */
public sealed interface PostOutcome {

    /**
     * The journal holds it.
     *
     * @param amount what was posted; for taking back it can be less than asked
     * @param spendable what the member can spend afterwards
     * @param explanationId where the reasons are kept, null for commands without
     * @param repeated whether an earlier command under this reference did it
     */
    record Posted(
            long entryNo,
            long amount,
            long spendable,
            @Nullable String explanationId,
            boolean repeated)
            implements PostOutcome {}

    /**
     * Nothing changed.
     *
     * @param possible the amount that would have passed
     */
    record Refused(WalletRefusal code, long asked, long possible) implements PostOutcome {}
}
