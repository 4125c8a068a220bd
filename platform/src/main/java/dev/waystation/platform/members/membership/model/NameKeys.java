package dev.waystation.platform.members.membership.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Under which keys a name is found; kept only as keyed digests. */
public final class NameKeys {

    /** What a key stands for; the better match first. */
    public enum Kind {
        /** The name itself, however it was typed. */
        NAME(1),
        /** How it sounds, whole. */
        SOUND(2),
        /** First letters of its syllables. */
        INITIALS(3);

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

    private static final int FEWEST_INITIALS = 2;
    private static final int MOST_INITIALS = 6;

    private NameKeys() {}

    /** Of a name on file. */
    public static Set<Key> of(String name) {
        Set<Key> keys = new LinkedHashSet<>();
        keys.add(new Key(Kind.NAME, exact(name)));
        for (List<String> syllables : List.of(Pinyin.asSurname(name), Pinyin.plain(name))) {
            keys.add(new Key(Kind.SOUND, sound(name, syllables)));
            keys.add(new Key(Kind.INITIALS, initials(syllables)));
        }
        keys.removeIf(each -> each.kind() == Kind.INITIALS && !fits(each.text()));
        return keys;
    }

    /** Of what somebody typed to find a name: characters, pinyin, initials or a mixture. */
    public static Set<Key> asked(String typed) {
        Set<Key> keys = new LinkedHashSet<>();
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
