package dev.waystation.platform.members.membership.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Under which keys a member is found: by the name, and by the last characters of phone and document
 * that screens show anyway. Kept only as keyed digests.
 */
public final class NameKeys {

    /** What a key stands for; the better match first. */
    public enum Kind {
        /** The name itself, however it was typed. */
        NAME(1),
        /** How it sounds, whole. */
        SOUND(2),
        /** First letters of its syllables. */
        INITIALS(3),
        /** The last four digits of the phone. */
        PHONE_TAIL(4),
        /** The last four characters of the document. */
        DOCUMENT_TAIL(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /** One key. */
    public record Key(Kind kind, String text) {}

    private static final int TAIL = 4;
    private static final Pattern ANY_TAIL = Pattern.compile("\\d{3}[\\dX]");
    private static final int FEWEST_INITIALS = 2;
    private static final int MOST_INITIALS = 6;

    private NameKeys() {}

    /** Of a member on file. */
    public static Set<Key> of(Enrolled member) {
        Set<Key> keys = of(member.person().name());
        keys.add(new Key(Kind.PHONE_TAIL, tail(member.phone())));
        keys.add(new Key(Kind.DOCUMENT_TAIL, tail(member.person().document().number())));
        return keys;
    }

    /** Of a name on file. */
    public static Set<Key> of(String name) {
        Set<Key> keys = new LinkedHashSet<>();
        keys.add(new Key(Kind.NAME, exact(name)));
        for (List<String> syllables : List.of(Pinyin.asSurname(name), Pinyin.plain(name))) {
            keys.add(new Key(Kind.SOUND, sound(name, syllables)));
            keys.add(new Key(Kind.INITIALS, initials(syllables)));
        }
        if (latin(name)) {
            // typed in one word, as pinyin is
            keys.add(new Key(Kind.SOUND, Pinyin.typed(name)));
        }
        keys.removeIf(each -> each.kind() == Kind.INITIALS && !fits(each.text()));
        return keys;
    }

    /** Of what somebody typed: characters, pinyin, initials or a mixture; or four digits. */
    public static Set<Key> asked(String typed) {
        Set<Key> keys = new LinkedHashSet<>();
        String tail = typed.toUpperCase(Locale.ROOT);
        if (ANY_TAIL.matcher(tail).matches()) {
            keys.add(new Key(Kind.PHONE_TAIL, tail));
            keys.add(new Key(Kind.DOCUMENT_TAIL, tail));
            return keys;
        }
        boolean characters = typed.codePoints().anyMatch(Character::isIdeographic);
        keys.add(new Key(Kind.NAME, exact(typed)));
        keys.add(new Key(Kind.SOUND, sound(typed, Pinyin.asSurname(typed))));
        keys.add(new Key(Kind.SOUND, sound(typed, Pinyin.plain(typed))));
        if (!characters) {
            // pinyin is typed in one word or with spaces
            keys.add(new Key(Kind.SOUND, Pinyin.typed(typed)));
            if (fits(Pinyin.typed(typed))) {
                keys.add(new Key(Kind.INITIALS, Pinyin.typed(typed)));
            }
        }
        keys.removeIf(each -> each.text().length() < FEWEST_INITIALS && each.kind() != Kind.NAME);
        return keys;
    }

    private static String tail(String number) {
        return number.substring(Math.max(0, number.length() - TAIL));
    }

    /** Letters of a foreign name in any order; characters as they stand, simplified. */
    private static String exact(String name) {
        return latin(name)
                ? sorted(Pinyin.plain(name))
                : new PersonName(Pinyin.simplified(name)).key();
    }

    private static String sound(String name, List<String> syllables) {
        return latin(name) ? sorted(syllables) : String.join("", syllables);
    }

    private static String sorted(List<String> words) {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }

    private static boolean latin(String name) {
        return name.codePoints().noneMatch(Character::isIdeographic);
    }

    private static String initials(List<String> syllables) {
        return syllables.stream()
                .filter(each -> !each.isEmpty())
                .map(each -> each.substring(0, 1))
                .collect(Collectors.joining());
    }

    private static boolean fits(String initials) {
        return initials.length() >= FEWEST_INITIALS && initials.length() <= MOST_INITIALS;
    }
}
