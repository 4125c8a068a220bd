package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a member reads in the end: the values filled in, and the way out that the law asks for. */
public final class Wording {

    /** Under this name a step says in which language it speaks; Chinese when it says nothing. */
    public static final String LANGUAGE = "language";

    private static final Said WAY_OUT = new Said("拒收请回复TD", "Reply TD to stop");
    private static final Pattern SAYS_HOW =
            Pattern.compile("拒收|退订|回T|回复T|TD|STOP|unsubscribe", Pattern.CASE_INSENSITIVE);

    private Wording() {}

    public static Locale language(Map<String, String> values) {
        return values.getOrDefault(LANGUAGE, "zh").equals("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    public static String body(
            Template template, Locale language, Map<String, String> values, Way way) {
        String text = TemplateText.fill(template.body().in(language), values);
        String out = wayOut(text, way).in(language);
        return out.isEmpty() ? text : text + " " + out;
    }

    /** What is put behind a text so that nobody gets advertising without a way to refuse it. */
    public static Said wayOut(String text, Way way) {
        boolean needed =
                way.channel().equals("sms")
                        && way.purpose().equals(MessageOffer.MARKETING)
                        && !SAYS_HOW.matcher(text).find();
        return needed ? WAY_OUT : Said.same("");
    }

    /** Over which channel, for which purpose. */
    public record Way(String channel, String purpose) {}
}
