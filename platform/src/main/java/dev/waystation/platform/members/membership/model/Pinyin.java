package dev.waystation.platform.members.membership.model;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How names sound. The readings are those of ICU, which knows every character of Unicode, rare ones
 * outside the first plane included; surnames that are read otherwise than the character alone have
 * a table of their own.
 */
public final class Pinyin {

    private static final Transliterator READ = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    private static final Transliterator SIMPLE =
            Transliterator.getInstance("Traditional-Simplified");

    /** Surnames whose reading differs from the usual one of the character. */
    private static final Map<String, String> SURNAMES =
            Map.ofEntries(
                    Map.entry("单", "shan"),
                    Map.entry("曾", "zeng"),
                    Map.entry("仇", "qiu"),
                    Map.entry("解", "xie"),
                    Map.entry("查", "zha"),
                    Map.entry("朴", "piao"),
                    Map.entry("区", "ou"),
                    Map.entry("盖", "ge"),
                    Map.entry("乐", "yue"),
                    Map.entry("翟", "zhai"),
                    Map.entry("缪", "miao"),
                    Map.entry("宓", "mi"),
                    Map.entry("覃", "qin"),
                    Map.entry("黑", "he"),
                    Map.entry("折", "she"),
                    Map.entry("种", "chong"),
                    Map.entry("繁", "po"),
                    Map.entry("冼", "xian"),
                    Map.entry("员", "yun"),
                    Map.entry("尉迟", "yu chi"),
                    Map.entry("万俟", "mo qi"),
                    Map.entry("长孙", "zhang sun"),
                    Map.entry("单于", "chan yu"));

    private Pinyin() {}

    /** Traditional characters as simplified ones. */
    public static String simplified(String text) {
        return SIMPLE.transliterate(text);
    }

    /** Syllables, the surname by its own reading; letters stay what they are. */
    public static List<String> asSurname(String name) {
        String simple = simplified(name);
        for (int length : new int[] {2, 1}) {
            if (simple.codePointCount(0, simple.length()) > length) {
                int end = simple.offsetByCodePoints(0, length);
                String reading = SURNAMES.get(simple.substring(0, end));
                if (reading != null) {
                    List<String> all = new ArrayList<>(List.of(reading.split(" ")));
                    all.addAll(plain(simple.substring(end)));
                    return all;
                }
            }
        }
        return plain(simple);
    }

    /** Syllables, each character by its usual reading. */
    public static List<String> plain(String name) {
        List<String> syllables = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        simplified(name)
                .codePoints()
                .forEach(character -> {
                    if (Character.isIdeographic(character)) {
                        flush(letters, syllables);
                        syllables.add(read(character));
                    } else if (Character.isLetter(character)) {
                        letters.appendCodePoint(character);
                    } else {
                        flush(letters, syllables);
                    }
                });
        flush(letters, syllables);
        return syllables;
    }

    /** As typed on a keyboard: lower case without tones, ü as u. */
    public static String typed(String letters) {
        String ascii = READ.transliterate(letters).toLowerCase(Locale.ROOT);
        return ascii.replaceAll("[^a-z]", "").replaceAll("(?<=[ln])v", "u");
    }

    private static String read(int character) {
        String sound = typed(Character.toString(character));
        // a character nobody knows a reading of still differs from others
        return sound.isEmpty() ? Integer.toHexString(character) : sound;
    }

    private static void flush(StringBuilder letters, List<String> syllables) {
        if (!letters.isEmpty()) {
            syllables.add(typed(letters.toString()));
            letters.setLength(0);
        }
    }
}
