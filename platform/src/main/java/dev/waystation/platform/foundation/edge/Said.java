package dev.waystation.platform.foundation.edge;

import java.util.Locale;

/** A text that people see, in both languages. */
public record Said(String zh, String en) {

    /** The same in both, such as a proper name. */
    public static Said same(String text) {
        return new Said(text, text);
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}
