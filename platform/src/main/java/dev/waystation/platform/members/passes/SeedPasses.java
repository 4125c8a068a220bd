package dev.waystation.platform.members.passes;

/** A small labelled set of sites, products and passes for a demo world. */
public interface SeedPasses {

    /**
     * @param members some who own a pass already
     */
    void seed(java.util.List<Long> members);
}
