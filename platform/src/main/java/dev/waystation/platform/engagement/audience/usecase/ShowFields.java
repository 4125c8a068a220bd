package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.MemberField.Guarded;
import dev.waystation.platform.engagement.audience.model.MemberField.Source;
import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.engagement.audience.store.FieldValues;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.facts.PersonalDataRevealed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fields in the words of screens, and what they are for one member: masked, or shown for a reason.
 */
@Service
public class ShowFields {

    /**
     * One field.
     *
     * @param guarded internal, personal or sensitive
     * @param attribute its name in conditions
     * @param known how many members have a value
     */
    public record View(
            String code,
            Said name,
            String kind,
            List<TagChoice> choices,
            String guarded,
            List<String> sources,
            String merge,
            String attribute,
            long known) {}

    /**
     * What one source says of a member.
     *
     * @param value masked where it is personal
     * @param counts whether it is the one conditions see
     * @param member whose it is, where several members are one person
     */
    public record Value(
            String code,
            Said name,
            String guarded,
            String value,
            boolean masked,
            String source,
            boolean counts,
            String member,
            Instant givenAt) {}

    private static final String MASK = "•••";

    private final FieldValues values;
    private final CurrentVocabulary vocabulary;
    private final LoadMembers members;
    private final FactLog facts;
    private final Clock clock;

    ShowFields(
            FieldValues values,
            CurrentVocabulary vocabulary,
            LoadMembers members,
            FactLog facts,
            Clock clock) {
        this.values = values;
        this.vocabulary = vocabulary;
        this.members = members;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<View> all() {
        Map<String, Long> known = values.counted();
        return vocabulary.fields().stream()
                .map(field ->
                        new View(
                                field.code(),
                                field.name(),
                                MemberField.word(field.kind()),
                                field.choices(),
                                MemberField.word(field.guarded()),
                                field.sources().stream().map(MemberField::word).toList(),
                                MemberField.word(field.merge()),
                                field.attribute(),
                                known.getOrDefault(field.code(), 0L)))
                .toList();
    }

    Optional<MemberField> field(String code) {
        return vocabulary.fields().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Everything said of a member, the strongest source first. */
    @Transactional(readOnly = true)
    public List<Value> of(long memberId) {
        Map<String, Object> inForce = extras(memberId);
        return values.of(memberId).stream()
                .flatMap(row -> field(row.field()).stream().map(field -> view(row, field, inForce)))
                .toList();
    }

    /** The values conditions see; empty for one of several who are one person and does not stay. */
    Map<String, Object> extras(long memberId) {
        return members.find(memberId).map(member -> member.traits().extras()).orElse(Map.of());
    }

    /** The value of the strongest source in clear, which is noted down with the reason. */
    @Transactional
    public Optional<String> reveal(long staffId, long memberId, String code, String reason) {
        int length = reason.strip().length();
        Malformed.require(
                length >= 4 && length <= 200, "reason", length, "give 4 to 200 characters");
        Optional<MemberField> field = field(code);
        Optional<FieldValues.Row> row =
                values.of(memberId).stream().filter(each -> each.field().equals(code)).findFirst();
        if (field.isEmpty() || row.isEmpty()) {
            return Optional.empty();
        }
        facts.append(
                new PersonalDataRevealed(
                        staffId, memberId, "field:" + code, reason, clock.instant()));
        return Optional.of(values.open(row.get(), field.get()));
    }

    private static Value view(FieldValues.Row row, MemberField field, Map<String, Object> inForce) {
        boolean masked = field.guarded() != Guarded.INTERNAL;
        return new Value(
                field.code(),
                field.name(),
                MemberField.word(field.guarded()),
                masked ? MASK : said(row, field),
                masked,
                MemberField.word(row.source()),
                Objects.equals(inForce.get(field.attribute()), row.value()),
                PublicId.encode("mbr", row.memberId()),
                row.givenAt());
    }

    private static String said(FieldValues.Row row, MemberField field) {
        return field.choices().stream()
                .filter(choice -> choice.code().equals(row.value()))
                .findFirst()
                .map(choice -> choice.label().zh() + " / " + choice.label().en())
                .orElseGet(() -> field.say(row.value()));
    }

    /** What a source says of exactly this member, to be put back by whoever undoes an import. */
    @Nullable String clear(long memberId, MemberField field, Source source) {
        return values.said(memberId, field.code(), source)
                .map(row -> values.open(row, field))
                .orElse(null);
    }
}
