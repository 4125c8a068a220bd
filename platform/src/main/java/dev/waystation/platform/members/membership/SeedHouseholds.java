package dev.waystation.platform.members.membership;

import java.util.List;

/** Forms a family in a demo world, past its waiting time. */
public interface SeedHouseholds {

    /** The first owns it; all have to be adults who belong to none. */
    void form(List<Long> adults);
}
