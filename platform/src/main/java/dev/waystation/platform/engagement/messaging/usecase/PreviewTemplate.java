package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.links.PersonalLinks;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.model.SmsLength;
import dev.waystation.platform.engagement.messaging.model.TemplateText;
import dev.waystation.platform.engagement.messaging.model.Wording;
import dev.waystation.platform.foundation.edge.Said;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Shows a text before it is published, as three members would read it: one of whom everything is
 * known, one with long values, and one whose name nobody knows.
 */
@Service
public class PreviewTemplate {

    private static final BigDecimal PEOPLE = BigDecimal.valueOf(1_000);
    private static final Said SIGNATURE = new Said("【驿站】", "[Waystation]");
    private static final Map<String, String> USUAL =
            Map.of(
                    "name", "王晓明",
                    "day", "12 月 1 日",
                    "train", "G79",
                    "points", "1,280",
                    "tier", "金卡",
                    "station", "武汉");
    private static final Map<String, String> LONG =
            Map.of(
                    "name", "阿卜杜热合曼·买买提艾力",
                    "day", "2026 年 12 月 31 日星期四",
                    "train", "G1234/G1235",
                    "points", "12,345,678",
                    "tier", "终身白金卡",
                    "station", "呼和浩特东");

    /** A member and a message with as many digits as a large house has. */
    private static final long SOMEBODY = 760_000_000;

    private static final long SOMETHING = 10_000_000_000L;

    private final PersonalLinks links;
    private final BigDecimal price;
    private final MailSheets pages;

    PreviewTemplate(
            PersonalLinks links,
            MailSheets pages,
            @Value("${waystation.sms.fen-per-segment:4.5}") BigDecimal price) {
        this.links = links;
        this.price = price;
        this.pages = pages;
    }

    public record Command(Template.Draft draft, String channel, String purpose) {}

    /**
     * A text as one of them reads it.
     *
     * @param blocked the values for want of which nothing is sent; then there is no text
     */
    public record Reading(
            Said person, Map<String, String> values, Set<String> blocked, Length zh, Length en) {}

    /**
     * One language of it.
     *
     * @param fenPerThousand what a thousand of them cost; 0 for what is not charged by length
     * @param page the same as a page, for a mail that has one; else empty
     */
    public record Length(
            String text, int characters, int segments, long fenPerThousand, String page) {}

    /**
     * All there is to see.
     *
     * @param added what is put behind every text of this kind
     */
    public record Preview(
            Set<String> required, Set<String> optional, Said added, List<Reading> people) {}

    public Preview handle(Command command) {
        Template template = template(command.draft());
        var way = new Wording.Way(command.channel(), command.purpose());
        Set<String> all = TemplateText.variables(command.draft().body().zh());
        Set<String> optional = new TreeSet<>(all);
        optional.removeAll(template.placeholders());
        Map<String, String> nameless = values(all, USUAL);
        nameless.remove(all.contains("name") || all.isEmpty() ? "name" : all.iterator().next());
        return new Preview(
                template.placeholders(),
                optional,
                new Said(
                        Wording.wayOut(template.body().zh(), way).zh(),
                        Wording.wayOut(template.body().en(), way).en()),
                List.of(
                        read(
                                template,
                                way,
                                new Said("资料齐全", "everything known"),
                                values(all, USUAL)),
                        read(template, way, new Said("名字和数值很长", "long values"), values(all, LONG)),
                        read(template, way, new Said("没有留名字", "no name left"), nameless)));
    }

    /** Values as somebody has of whom everything is known. */
    static Map<String, String> usual(Template template) {
        Set<String> all = new TreeSet<>(TemplateText.variables(template.body().zh()));
        all.addAll(TemplateText.variables(template.body().en()));
        return values(all, USUAL);
    }

    private Reading read(
            Template template, Wording.Way way, Said person, Map<String, String> values) {
        Set<String> blocked = new TreeSet<>(template.placeholders());
        blocked.removeIf(name -> !TemplateText.isMissing(values, name));
        return new Reading(
                person,
                values,
                blocked,
                length(template, way, Locale.CHINESE, values, blocked),
                length(template, way, Locale.ENGLISH, values, blocked));
    }

    private Length length(
            Template template,
            Wording.Way way,
            Locale language,
            Map<String, String> values,
            Set<String> blocked) {
        if (!blocked.isEmpty()) {
            return new Length("", 0, 0, 0, "");
        }
        String text =
                links.personal(Wording.body(template, language, values, way), SOMEBODY, SOMETHING);
        if (!way.channel().equals("sms")) {
            return new Length(text, text.length(), 0, 0, page(template, language, values));
        }
        SmsLength size = SmsLength.of(SIGNATURE.in(language) + text);
        long cost =
                price.multiply(PEOPLE)
                        .multiply(BigDecimal.valueOf(size.segments()))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact();
        return new Length(
                SIGNATURE.in(language) + text, size.characters(), size.segments(), cost, "");
    }

    private String page(Template template, Locale language, Map<String, String> values) {
        return template.blocks().isEmpty() ? "" : pages.copy(template, language, values);
    }

    private static Map<String, String> values(Set<String> names, Map<String, String> known) {
        var values = new HashMap<String, String>();
        for (String name : names) {
            values.put(name, known.getOrDefault(name, "〔" + name + "〕"));
        }
        return values;
    }

    private static Template template(Template.Draft draft) {
        return new Template(
                draft.code(), 0, draft.title(), draft.body(), draft.placeholders(), draft.blocks());
    }
}
