package dev.waystation.platform.engagement.outreach.model;

/** What came of a part so far, receiver by receiver. */
public record Tally(int all, int sent, int waiting) {

    /** How it stands while staff may still send. */
    public String open() {
        if (waiting == 0) {
            return sent == all ? "confirmed" : "partly_sent";
        }
        return sent > 0 ? "partly_sent" : "staff_notified";
    }

    /** How it ends when nobody will send any more. */
    public String end(String nothingSent) {
        return sent == 0 ? nothingSent : sent == all ? "confirmed" : "partly_sent";
    }
}
