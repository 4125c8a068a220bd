package dev.waystation.platform.members.membership;

import java.time.LocalDate;

/** For whom a member may redeem points. */
public interface Nominees {

    /** Whether the traveller is the member in person or a nominee whose waiting time is over. */
    boolean mayRedeemFor(long memberId, long travellerId, LocalDate day);
}
