package dev.waystation.platform.foundation.settings;

import dev.waystation.platform.foundation.edge.Said;

/**
 * One rule in plain words.
 *
 * @param key names the rule for ever, so that a line of today meets the same line of tomorrow
 */
public record RuleLine(String key, Said label, Said value) {

    /** A rule that is a number with a unit. */
    public static RuleLine number(
            String key, String zh, String en, long value, String unitZh, String unitEn) {
        return new RuleLine(
                key,
                new Said(zh, en),
                new Said("%,d %s".formatted(value, unitZh), "%,d %s".formatted(value, unitEn)));
    }

    /** A rule that holds or doesn't. */
    public static RuleLine yesNo(String key, String zh, String en, boolean value) {
        return new RuleLine(
                key, new Said(zh, en), value ? new Said("是", "yes") : new Said("否", "no"));
    }
}
