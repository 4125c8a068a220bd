package dev.waystation.condition;

/** The same words in Chinese and in English; the language never shows one without the other. */
public record Phrase(String zh, String en) {

    /** A phrase whose two faces are the same text, such as a number or a code. */
    public static Phrase same(Object value) {
        String text = String.valueOf(value);
        return new Phrase(text, text);
    }

    Phrase with(String name, Object value) {
        String text = String.valueOf(value);
        return new Phrase(zh.replace("{" + name + "}", text), en.replace("{" + name + "}", text));
    }

    Phrase with(String name, Phrase value) {
        return new Phrase(
                zh.replace("{" + name + "}", value.zh), en.replace("{" + name + "}", value.en));
    }
}
