package dev.waystation.platform.members.membership.model;

import java.util.regex.Pattern;

/** Mobile numbers of the mainland. */
public final class Phones {

    private static final Pattern FORM = Pattern.compile("1[0-9]{10}");

    private Phones() {}

    /** Eleven digits, without spaces, hyphens and country code. */
    public static String normalise(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        return digits.startsWith("+86") ? digits.substring(3) : digits;
    }

    public static boolean wellFormed(String typed) {
        return FORM.matcher(normalise(typed)).matches();
    }
}
