package dev.waystation.platform.members.accounts.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;

/**
 * An enterprise that pays for its employees by the month.
 *
 * @param creditCode 统一社会信用代码
 * @param creditMinor how much it may owe
 * @param lastEntry number of the newest line of its journal
 */
public record EnterpriseAccount(
        long id,
        String name,
        String creditCode,
        long creditMinor,
        long owedMinor,
        long lastEntry,
        boolean active,
        Instant openedAt) {

    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    public long leftMinor() {
        return Math.max(0, creditMinor - owedMinor);
    }

    /** What staff types to open one. */
    public record Opening(String name, String creditCode, long creditMinor) {
        public Opening {
            name = name.strip();
            Malformed.require(
                    name.length() >= 2 && name.length() <= 80,
                    "name",
                    name,
                    "give the name of the enterprise, 2 to 80 characters");
            Malformed.require(
                    rightCode(creditCode),
                    "creditCode",
                    creditCode,
                    "give the 18 characters of the unified social credit code");
            limit(creditMinor, "creditMinor");
        }
    }

    public static void limit(long minor, String field) {
        Malformed.require(
                minor >= 0 && minor <= 100_000_000_000L, field, minor, "give 0 to 1 billion yuan");
    }

    /** Whether the last character fits the others (GB 32100-2015). */
    public static boolean rightCode(String code) {
        if (code.length() != 18 || code.chars().anyMatch(each -> LETTERS.indexOf(each) < 0)) {
            return false;
        }
        return code.charAt(17) == checkCharacter(code);
    }

    /** The 18th character that belongs to the first 17. */
    public static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += LETTERS.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return LETTERS.charAt((31 - sum % 31) % 31);
    }
}
