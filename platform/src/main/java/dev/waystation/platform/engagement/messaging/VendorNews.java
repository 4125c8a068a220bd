package dev.waystation.platform.engagement.messaging;

import java.time.Instant;
import java.util.List;

/** What vendors say later: receipts, and what people answered. */
public interface VendorNews {

    /**
     * One receipt.
     *
     * @param status accepted, delivered, read, failed, bounced or complained
     */
    record Told(String vendorReference, String status, Instant at) {}

    /** Answers how many moved a message on; the same receipt again moves nothing. */
    int told(List<Told> receipts);

    /** An answer from an address; a word that means no withdraws the consent at once. */
    void answered(String channel, String from, String text);
}
