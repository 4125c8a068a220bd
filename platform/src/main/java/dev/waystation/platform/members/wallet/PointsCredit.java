package dev.waystation.platform.members.wallet;

import dev.waystation.platform.foundation.edge.Explanation;
import java.time.LocalDate;
import java.util.UUID;

/** What loyalty and campaigns give: an amount with its last day and its reasons. */
public record PointsCredit(
        UUID reference,
        long memberId,
        String currency,
        long amount,
        LocalDate expiresOn,
        Explanation why,
        String source) {

    PointsCommand.Credit command() {
        return new PointsCommand.Credit(
                reference, memberId, currency, amount, expiresOn, why, source);
    }
}
