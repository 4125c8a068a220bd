package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.store.FieldValues;
import dev.waystation.platform.foundation.vault.Opens;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sealed fields for the person they are about. */
@Component
class OpenFields implements Opens {

    private final FieldValues values;
    private final CurrentVocabulary vocabulary;

    OpenFields(FieldValues values, CurrentVocabulary vocabulary) {
        this.values = values;
        this.vocabulary = vocabulary;
    }

    @Override
    public Map<String, String> open(long memberId) {
        Map<String, String> clear = new LinkedHashMap<>();
        for (MemberField field : vocabulary.fields()) {
            values.of(memberId).stream()
                    .filter(row -> row.memberId() == memberId && row.sealed() != null)
                    .filter(row -> row.field().equals(field.code()))
                    .forEach(row ->
                            clear.put(
                                    "field." + field.code() + "." + MemberField.word(row.source()),
                                    values.open(row, field)));
        }
        return clear;
    }
}
