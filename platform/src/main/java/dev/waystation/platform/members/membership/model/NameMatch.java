package dev.waystation.platform.members.membership.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the name printed on a document is the name on file, and by which rule. Machines and
 * people write one name in many ways; the document's number decides who somebody is, the name only
 * confirms it, so each rule is named and staff sees it.
 */
public enum NameMatch {
    SAME("与登记姓名完全一致", "the same as on file", true),
    TYPING("只有空格、全半角或大小写不同", "only spaces, width or case differ", true),
    DOT("只有间隔号的写法不同", "only the dot between its parts is written otherwise", true),
    TRADITIONAL("繁简写法不同", "traditional and simplified characters of one name", true),
    ORDER("同样的词，顺序不同", "the same words in another order", true),
    PINYIN("生僻字以拼音代替", "a rare character is written as its pinyin", true),
    HOMOPHONE(
            "有字被同音字代替，请核对证件号码", "a character of the same sound stands in; check the number", true),
    DIFFERENT("与登记姓名不同", "another name than the one on file", false);

    private final String zh;
    private final String en;
    private final boolean passes;

    NameMatch(String zh, String en, boolean passes) {
        this.zh = zh;
        this.en = en;
        this.passes = passes;
    }

    public boolean passes() {
        return passes;
    }

    public Said said() {
        return new Said(zh, en);
    }

    /** The strictest rule under which the two are one name. */
    public static NameMatch of(String onFile, String printed) {
        if (onFile.equals(printed)) {
            return SAME;
        }
        String file = typing(onFile);
        String read = typing(printed);
        if (file.equals(read)) {
            return TYPING;
        }
        if (dotless(file).equals(dotless(read))) {
            return DOT;
        }
        if (dotless(Pinyin.simplified(file)).equals(dotless(Pinyin.simplified(read)))) {
            return TRADITIONAL;
        }
        if (words(file).size() > 1 && words(file).equals(words(read))) {
            return ORDER;
        }
        return bySound(file, read);
    }

    private static NameMatch bySound(String file, String read) {
        boolean soundsAlike =
                String.join("", Pinyin.plain(file)).equals(String.join("", Pinyin.plain(read)))
                        || String.join("", Pinyin.asSurname(file))
                                .equals(String.join("", Pinyin.asSurname(read)));
        if (!soundsAlike || ideographs(file) == 0) {
            return DIFFERENT;
        }
        // letters where the file has characters: typed as pinyin; else other characters
        return ideographs(read) < ideographs(file) ? PINYIN : HOMOPHONE;
    }

    private static String typing(String name) {
        String kept = PersonName.read(name).map(PersonName::text).orElse(name.strip());
        boolean chinese = ideographs(kept) > 0;
        String lower = kept.toLowerCase(Locale.ROOT);
        return chinese ? lower.replace(" ", "") : lower.replaceAll("\\s+", " ");
    }

    private static String dotless(String name) {
        return name.replaceAll("[·.,'’\\-]", " ")
                .replaceAll("\\s+", ideographs(name) > 0 ? "" : " ");
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>(List.of(dotless(name).strip().split(" ")));
        words.sort(null);
        return words;
    }

    private static long ideographs(String name) {
        return name.codePoints().filter(Character::isIdeographic).count();
    }
}
