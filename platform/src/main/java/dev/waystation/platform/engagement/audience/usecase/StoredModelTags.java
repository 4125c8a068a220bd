package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.ModelTags;
import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.engagement.audience.model.TagKind;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tags of models as the tables keep them. */
@Service
class StoredModelTags implements ModelTags {

    private final SegmentStore rules;
    private final TagStore tags;
    private final CurrentVocabulary vocabulary;
    private final PutVerdicts put;

    StoredModelTags(
            SegmentStore rules, TagStore tags, CurrentVocabulary vocabulary, PutVerdicts put) {
        this.rules = rules;
        this.tags = tags;
        this.vocabulary = vocabulary;
        this.put = put;
    }

    @Override
    @Transactional
    public void define(String code, Said name, Map<String, Said> words) {
        rules.lockRules();
        List<TagChoice> choices = new ArrayList<>();
        words.forEach((word, said) -> choices.add(new TagChoice(word, said)));
        tags.define(new TagStore.Tag(code, name, GROUP, null, TagKind.ENUM, choices));
        vocabulary.forget();
    }

    @Override
    @Transactional
    public int put(String code, String by, long after, long upTo, List<Verdict> verdicts) {
        return put.handle(code, by, after, upTo, verdicts);
    }
}
