package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.MemberField.Source;
import dev.waystation.platform.engagement.audience.store.FieldValues;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what sources say of members, and looks at those for whom it changes something. */
@Service
public class WriteFields {

    private static final String CAUSE = "FieldChanged";

    /**
     * What a source says.
     *
     * @param value as {@link MemberField#parse} answered it; null takes the source's word back
     * @param by who, or the message it came with
     */
    public record Word(
            long memberId,
            MemberField field,
            Source source,
            @Nullable Object value,
            Instant at,
            String by) {}

    private final FieldValues values;
    private final HoldMembers hold;
    private final RefreshMembers refresh;

    WriteFields(FieldValues values, HoldMembers hold, RefreshMembers refresh) {
        this.values = values;
        this.hold = hold;
        this.refresh = refresh;
    }

    /** Words of sources that may not write the field are left out. */
    @Transactional
    public void handle(List<Word> words) {
        SortedMap<Long, LocalDate> days = new TreeMap<>();
        words.forEach(word ->
                days.putIfAbsent(
                        word.memberId(), LocalDate.ofInstant(word.at(), VenueZone.DEFAULT)));
        if (days.isEmpty()) {
            return;
        }
        Map<Long, Long> stay = hold.handle(days);
        Map<Long, String> causes = new HashMap<>();
        for (Word word : words) {
            if (word.field().sources().contains(word.source()) && apply(word)) {
                causes.put(stay.getOrDefault(word.memberId(), word.memberId()), CAUSE);
            }
        }
        lookAt(causes);
    }

    /** Takes back what messages gave that were somebody else's. */
    @Transactional
    public void takeBack(long memberId, List<String> references, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, VenueZone.DEFAULT);
        Map<Long, Long> stay = hold.handle(new TreeMap<>(Map.of(memberId, day)));
        values.takeBack(memberId, references);
        lookAt(Map.of(stay.getOrDefault(memberId, memberId), CAUSE));
    }

    private void lookAt(Map<Long, String> causes) {
        if (!causes.isEmpty()) {
            causes.keySet().stream().sorted().forEach(values::mirror);
            refresh.handle(new RefreshMembers.Command(causes));
        }
    }

    private boolean apply(Word word) {
        Object value = word.value();
        return value == null
                ? values.take(word.memberId(), word.field(), word.source())
                : values.put(
                        word.memberId(), word.field(), word.source(), value, word.at(), word.by());
    }
}
