package dev.waystation.platform.members.membership;

import dev.waystation.platform.foundation.edge.Said;

/**
 * Whether a printed name is the one on file.
 *
 * @param rule under which the two are one name: SAME, TYPING, DOT, TRADITIONAL, ORDER, PINYIN,
 *     HOMOPHONE; DIFFERENT when under none
 * @param why the rule in words
 */
public record NameCheck(boolean matches, String rule, Said why) {}
