package dev.waystation.platform.members.membership;

import java.util.Map;

/** The door for whoever shows a person all that is kept of them, or erases it. */
public interface Departures {

    /** The person in clear text, for the person's own eyes; empty for somebody who is none. */
    Map<String, String> open(long memberId);

    /**
     * Makes somebody no member any more and destroys the key of all that was sealed for them, in
     * backups too; in the transaction of the caller. False for somebody who is none.
     */
    boolean leave(long memberId, String cause, String by);
}
