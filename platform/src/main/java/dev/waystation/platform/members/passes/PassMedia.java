package dev.waystation.platform.members.passes;

import java.util.OptionalLong;

/** Annual passes by the code their holder shows. */
public interface PassMedia {

    /** The member whose pass it is; empty for every text that no pass of ours shows. */
    OptionalLong holder(String code);
}
