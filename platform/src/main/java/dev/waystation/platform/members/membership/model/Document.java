package dev.waystation.platform.members.membership.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A document in its normal form; only a document whose form is right can be made. */
public record Document(String type, String number) {

    public static final String IDENTITY_CARD = "identity_card";
    public static final String PASSPORT = "passport";

    /** 港澳台居民居住证: the form of an identity card, of regions 81 to 83. */
    public static final String RESIDENCE_PERMIT = "residence_permit";

    /** 港澳居民来往内地通行证. */
    public static final String HOME_RETURN_PERMIT = "home_return_permit";

    /** 台湾居民来往大陆通行证. */
    public static final String TAIWAN_PERMIT = "taiwan_permit";

    /** 外国人永久居留身份证, the old form with letters or the new one of 18 characters. */
    public static final String FOREIGNER_PERMIT = "foreigner_permit";

    /** Every type, as it is written. */
    public static final List<String> TYPES =
            List.of(
                    IDENTITY_CARD,
                    PASSPORT,
                    RESIDENCE_PERMIT,
                    HOME_RETURN_PERMIT,
                    TAIWAN_PERMIT,
                    FOREIGNER_PERMIT);

    private static final Map<String, Pattern> FORMS =
            Map.of(
                    PASSPORT, Pattern.compile("[A-Z0-9]{6,12}"),
                    RESIDENCE_PERMIT, Pattern.compile("8[123][0-9]{15}[0-9X]"),
                    HOME_RETURN_PERMIT, Pattern.compile("[HM][0-9]{8}([0-9]{2})?"),
                    TAIWAN_PERMIT, Pattern.compile("[0-9]{8}([0-9]{2})?"),
                    FOREIGNER_PERMIT, Pattern.compile("[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]"));
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
        Pattern form = FORMS.getOrDefault(type, CARD_FORM);
        if (!form.matcher(number).matches()) {
            return new Reading.Wrong(Fault.FORM);
        }
        if (!hasCheckCharacter(type, number)) {
            return new Reading.Right(new Document(type, number));
        }
        if (number.charAt(17) != checkCharacter(number)) {
            return new Reading.Wrong(Fault.CHECK_CHARACTER);
        }
        return birthDateIn(number).isEmpty()
                ? new Reading.Wrong(Fault.BIRTH_DATE)
                : new Reading.Right(new Document(type, number));
    }

    private static boolean hasCheckCharacter(String type, String number) {
        return number.length() == 18
                && (type.equals(IDENTITY_CARD)
                        || type.equals(RESIDENCE_PERMIT)
                        || type.equals(FOREIGNER_PERMIT));
    }

    /** The 18th character that belongs to the first 17 of an identity card (ISO 7064 MOD 11-2). */
    public static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    /** The date of birth an identity card carries; other documents mostly carry none. */
    public Optional<LocalDate> birthDate() {
        return hasCheckCharacter(type, number) ? birthDateIn(number) : Optional.empty();
    }

    /** The gender an identity card carries: the 17th digit is odd for men. */
    public Optional<String> gender() {
        return hasCheckCharacter(type, number)
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
