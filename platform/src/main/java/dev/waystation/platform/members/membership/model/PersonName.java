package dev.waystation.platform.members.membership.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A name as its document has it. Characters are kept as they stand, rare ones outside the first
 * plane and compatibility ones included: a normal form would turn one person's character into
 * another's. Only what typing adds is put right: spaces, full-width letters and the many dots that
 * keyboards offer for the one between parts of a name.
 */
public record PersonName(String text) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;
    private static final String DOTS = "・•‧∙⋅●．｡•・";

    /** Empty when it cannot be a name. */
    public static Optional<PersonName> read(String typed) {
        StringBuilder kept = new StringBuilder();
        typed.strip()
                .codePoints()
                .map(PersonName::typedAs)
                .forEach(character -> {
                    boolean space = Character.isWhitespace(character);
                    boolean twice =
                            space && (kept.isEmpty() || kept.charAt(kept.length() - 1) == ' ');
                    if (!twice) {
                        kept.appendCodePoint(space ? ' ' : character);
                    }
                });
        String text = composed(kept.toString().strip().replaceAll(" ?· ?", "·"));
        int length = text.codePointCount(0, text.length());
        boolean sound =
                length >= SHORTEST
                        && length <= LONGEST
                        && text.codePoints().allMatch(PersonName::belongs)
                        && text.codePoints().anyMatch(PersonName::letter)
                        && !text.startsWith("·")
                        && !text.endsWith("·");
        return sound ? Optional.of(new PersonName(text)) : Optional.empty();
    }

    /** What is equal when two people typed the same name differently; never shown. */
    public String key() {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\s·'’.\\-]", "")
                .toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "PersonName";
    }

    private static int typedAs(int character) {
        if (character >= 0xFF21 && character <= 0xFF5A) {
            return character - 0xFEE0;
        }
        if (character == 0x3000) {
            return ' ';
        }
        return DOTS.indexOf(character) >= 0 ? '·' : character;
    }

    // Composed letters for Latin and its kin; ideographs are left alone.
    private static String composed(String text) {
        StringBuilder composed = new StringBuilder();
        StringBuilder run = new StringBuilder();
        text.codePoints()
                .forEach(character -> {
                    if (Character.isIdeographic(character)) {
                        composed.append(Normalizer.normalize(run, Normalizer.Form.NFC));
                        run.setLength(0);
                        composed.appendCodePoint(character);
                    } else {
                        run.appendCodePoint(character);
                    }
                });
        return composed.append(Normalizer.normalize(run, Normalizer.Form.NFC)).toString();
    }

    private static boolean letter(int character) {
        // Police registers hold characters that no standard has yet; fonts keep them in private
        // use.
        return Character.isLetter(character)
                || Character.getType(character) == Character.PRIVATE_USE;
    }

    private static boolean belongs(int character) {
        int type = Character.getType(character);
        return letter(character)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || "·' -.’".indexOf(character) >= 0;
    }
}
