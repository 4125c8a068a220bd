package dev.waystation.platform.members.membership;

import java.lang.reflect.Type;

/**
 * A part of the member's page that another module owns: balances, tier, tags, figures. Modules
 * above contribute a bean; membership shows it without knowing them.
 */
public interface MemberSection {

    /** Key of the part in the answer of GET /v1/members/{id}. */
    String name();

    /** The type of what {@link #of} answers, for the API document. */
    Type shape();

    /** What the part shows; turned into JSON as it is. */
    Object of(long memberId);
}
