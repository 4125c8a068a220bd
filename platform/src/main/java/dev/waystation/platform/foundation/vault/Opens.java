package dev.waystation.platform.foundation.vault;

import java.util.Map;

/**
 * What a module sealed of a person, in clear text for the person's own eyes. A module contributes a
 * bean; whoever exports a person asks all of them.
 */
public interface Opens {

    /** Names people understand, such as {@code field.allergy}, each with its value. */
    Map<String, String> open(long memberId);
}
