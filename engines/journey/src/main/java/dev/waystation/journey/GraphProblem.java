package dev.waystation.journey;

/**
 * One reason why a graph cannot be published: what is wrong, at which node, and the value that
 * makes it so (a template code, a missing target, a sum of shares).
 */
public record GraphProblem(Kind kind, String node, String value) {

    /** Stable codes; the console has a sentence for each. */
    public enum Kind {
        NO_ENTRY,
        MORE_THAN_ONE_ENTRY,
        NO_EXIT,
        NAME_IS_TAKEN,
        LEADS_NOWHERE,
        UNREACHABLE,
        LOOP,
        MISSING_TEMPLATE,
        UNKNOWN_FACT,
        UNKNOWN_PATH,
        EMPTY_BRANCH,
        SHARES_ARE_NOT_WHOLE,
        WAIT_IS_NOT_POSITIVE,
        TAG_IS_BLANK,
        GRANT_IS_EMPTY,
        GRANT_IS_UNKNOWN,
        TRIAL_IS_UNKNOWN,
        /** A deed without what it needs: which attribute, which tier, which task. */
        ACTION_IS_INCOMPLETE,
        VALUE_DOES_NOT_FIT,
        TIER_IS_UNKNOWN,
        ADDRESS_IS_UNKNOWN,
        TAG_IS_NOT_SET_BY_HAND,
        CONDITION_DOES_NOT_FIT
    }
}
