package dev.waystation.platform.members.membership;

import java.time.Instant;

/**
 * One line of the ledger of consents.
 *
 * @param sequence which line of its channel and purpose it is, from 1
 * @param textVersion which words the member saw
 * @param proof the request that said it
 */
public record ConsentLine(
        String channel,
        String purpose,
        int sequence,
        boolean granted,
        String source,
        String textVersion,
        String proof,
        Instant at) {}
