package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.MemberField.Source;
import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads fields out of identify calls: a trait under a field's code is a word of its sender. */
@Component
class ReadFields {

    private static final String IDENTIFY = "identify";

    /** An event and whose it is. */
    record Told(long memberId, TakenEvent event) {}

    private final CurrentVocabulary vocabulary;
    private final WriteFields write;

    ReadFields(CurrentVocabulary vocabulary, WriteFields write) {
        this.vocabulary = vocabulary;
        this.write = write;
    }

    void told(List<Told> heard) {
        List<MemberField> fields = vocabulary.fields();
        write.handle(
                heard.stream()
                        .filter(each -> each.event().call().equals(IDENTIFY))
                        .flatMap(each -> fields.stream().flatMap(field -> word(each, field)))
                        .toList());
    }

    void notTheirs(long memberId, List<TakenEvent.Key> keys, Instant at) {
        write.takeBack(memberId, keys.stream().map(ReadFields::reference).toList(), at);
    }

    /** What does not fit the field is no word: one sender's mistake must not stop the others. */
    private static Stream<WriteFields.Word> word(Told told, MemberField field) {
        TakenEvent event = told.event();
        Object given = event.properties().get(field.code());
        Source source = event.isVouchedFor() ? Source.SYSTEM : Source.DEVICE;
        if (given == null || !field.sources().contains(source)) {
            return Stream.empty();
        }
        try {
            return Stream.of(
                    new WriteFields.Word(
                            told.memberId(),
                            field,
                            source,
                            field.parse(given),
                            event.happenedAt(),
                            reference(event.key())));
        } catch (Malformed unfit) {
            return Stream.empty();
        }
    }

    private static String reference(TakenEvent.Key key) {
        return "event:" + key;
    }
}
