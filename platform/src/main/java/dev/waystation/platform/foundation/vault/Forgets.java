package dev.waystation.platform.foundation.vault;

/**
 * What a module keeps of a person where no column names the member: under a key of its own, or in
 * memory. A module contributes a bean; whoever erases asks all of them first, in one transaction.
 */
public interface Forgets {

    /** What was forgotten, as it is named in the proof: {@code events.event}. */
    String what();

    /** Leaves nothing that leads to the person; answers how many rows that took. */
    int forget(long memberId);
}
