package dev.waystation.platform.foundation.edge;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The sentences of all modules, by code and language. */
@Component
public class Phrases {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]\\w*)}");

    private final Map<String, String> zh = new HashMap<>();
    private final Map<String, String> en = new HashMap<>();

    Phrases() throws IOException {
        load("zh", zh);
        load("en", en);
    }

    /** The sentence in both languages, or the bare code where a translation is missing. */
    public Said say(String code, Map<String, ?> values) {
        return new Said(
                fill(zh.getOrDefault(code, code), values),
                fill(en.getOrDefault(code, code), values));
    }

    public String say(String code, Locale locale, Map<String, ?> values) {
        return say(code, values).in(locale);
    }

    /** Codes that have a sentence in the language. */
    public Set<String> codes(String language) {
        return new TreeSet<>(language.equals("zh") ? zh.keySet() : en.keySet());
    }

    private static String fill(String pattern, Map<String, ?> values) {
        Matcher matcher = NAME.matcher(pattern);
        return matcher.replaceAll(found -> {
            @Nullable Object value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : String.valueOf(value));
        });
    }

    private static void load(String language, Map<String, String> into) throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:messages/*_" + language + ".properties");
        for (Resource file : files) {
            Properties texts = new Properties();
            try (Reader reader =
                    new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
            texts.forEach((code, text) -> {
                String before = into.putIfAbsent(code.toString(), text.toString());
                if (before != null && !before.equals(text.toString())) {
                    throw new IllegalStateException(
                            "Two sentences for "
                                    + code
                                    + ", one in "
                                    + file
                                    + ".\nMaybe two modules use one code");
                }
            });
        }
    }
}
