package dev.waystation.platform.members.membership;

import java.util.List;

/** The door for whoever has to prove what a member agreed to. */
public interface ConsentLedger {

    /** Every line that was ever written about a member, newest first. */
    List<ConsentLine> of(long memberId);
}
