package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Sentence;
import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tags with their rules in words and how many members carry them. */
@Service
public class ListTags {

    /**
     * One tag.
     *
     * @param kind {@code rule}, {@code hand} or {@code model}
     * @param carries {@code flag}, {@code enum}, {@code number} or {@code date}
     */
    public record View(
            String code,
            Said name,
            String group,
            Said groupName,
            String kind,
            String carries,
            List<TagChoice> choices,
            Said rule,
            long count) {}

    private static final Said BY_HAND = new Said("由人或旅程设置", "Set by people and journeys");

    private static final Said BY_MODEL = new Said("由模型每晚设置", "Set by a model every night");

    private final TagStore tags;
    private final CurrentVocabulary vocabulary;
    private final AudienceSets sets;

    private final KeepTagGroups groups;

    ListTags(TagStore tags, CurrentVocabulary vocabulary, AudienceSets sets, KeepTagGroups groups) {
        this.groups = groups;
        this.sets = sets;
        this.tags = tags;
        this.vocabulary = vocabulary;
    }

    public List<View> list() {
        Map<String, Integer> counts = sets.tagged();
        Map<String, Said> named = groups.all();
        return tags.all().stream().map(tag -> view(tag, named, counts)).toList();
    }

    /** One of them. */
    public Optional<View> find(String code) {
        return tags.find(code).map(tag -> view(tag, groups.all(), sets.tagged()));
    }

    private View view(TagStore.Tag tag, Map<String, Said> groups, Map<String, Integer> counts) {
        return new View(
                tag.code(),
                tag.name(),
                tag.group(),
                groups.getOrDefault(tag.group(), Said.same(tag.group())),
                tag.condition() != null ? "rule" : tag.isSetByHand() ? "hand" : "model",
                tag.kind().word(),
                tag.choices(),
                tag.condition() == null && !tag.isSetByHand()
                        ? BY_MODEL
                        : rule(tag.condition(), vocabulary.attributes()),
                counts.getOrDefault(tag.code(), 0));
    }

    private static Said rule(@Nullable Map<String, Object> condition, Attributes catalogue) {
        return condition == null
                ? BY_HAND
                : Told.said(Sentence.of(TypeCheck.parse(condition, catalogue.open()), catalogue));
    }
}
