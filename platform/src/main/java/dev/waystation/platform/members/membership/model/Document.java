package dev.waystation.platform.members.membership.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A document in its normal form; only a document whose form is right can be made. */
public record Document(String type, String number) {

    public static final String IDENTITY_CARD = "identity_card";
    public static final String PASSPORT = "passport";

    private static final Pattern PASSPORT_FORM = Pattern.compile("[A-Z]{1,2}[0-9]{6,8}");
    private static final Pattern CARD_FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    /** What is wrong with a number somebody typed. */
    public enum Fault {
        FORM,
        CHECK_CHARACTER,
        BIRTH_DATE
    }

    /** A document, or what is wrong with it. */
    public sealed interface Reading {
        record Right(Document document) implements Reading {}

        record Wrong(Fault fault) implements Reading {}
    }

    /** Reads what somebody typed: spaces, hyphens and small letters do not matter. */
    public static Reading read(String type, String typed) {
        String number = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (type.equals(PASSPORT)) {
            return PASSPORT_FORM.matcher(number).matches()
                    ? new Reading.Right(new Document(type, number))
                    : new Reading.Wrong(Fault.FORM);
        }
        if (!CARD_FORM.matcher(number).matches()) {
            return new Reading.Wrong(Fault.FORM);
        }
        if (number.charAt(17) != checkCharacter(number)) {
            return new Reading.Wrong(Fault.CHECK_CHARACTER);
        }
        return birthDateIn(number).isEmpty()
                ? new Reading.Wrong(Fault.BIRTH_DATE)
                : new Reading.Right(new Document(type, number));
    }

    /** The 18th character that belongs to the first 17 of an identity card (ISO 7064 MOD 11-2). */
    public static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    /** The date of birth an identity card carries; a passport carries none. */
    public Optional<LocalDate> birthDate() {
        return type.equals(IDENTITY_CARD) ? birthDateIn(number) : Optional.empty();
    }

    /** The gender an identity card carries: the 17th digit is odd for men. */
    public Optional<String> gender() {
        return type.equals(IDENTITY_CARD)
                ? Optional.of((number.charAt(16) - '0') % 2 == 1 ? "male" : "female")
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Document[" + type + "]";
    }

    private static Optional<LocalDate> birthDateIn(String number) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(number.substring(6, 10)),
                            Integer.parseInt(number.substring(10, 12)),
                            Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
