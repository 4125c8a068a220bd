package dev.waystation.platform.operators.access;

import dev.waystation.platform.foundation.edge.Malformed;
import java.util.regex.Pattern;

/** A phone number in one spelling: digits, with a plus where it is not a mainland number. */
public record PhoneNumber(String value) {

    private static final Pattern MAINLAND = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern ABROAD = Pattern.compile("\\+[1-9]\\d{6,14}");

    public PhoneNumber {
        Malformed.require(
                MAINLAND.matcher(value).matches() || ABROAD.matcher(value).matches(),
                "phone",
                value,
                "give 11 digits, or + and the country code");
    }

    /** Reads what a person typed, with blanks, dashes or +86. */
    public static PhoneNumber parse(String typed) {
        String digits = typed.replaceAll("[\\s()-]", "");
        String national = digits.replaceFirst("^(\\+86|0086)(?=1[3-9]\\d{9}$)", "");
        return new PhoneNumber(national);
    }
}
