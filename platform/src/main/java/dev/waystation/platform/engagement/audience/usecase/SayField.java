package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.MemberField.Source;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff say of one member. */
@Service
public class SayField {

    /** Null takes back what staff said before. */
    public record Command(long memberId, String code, @Nullable String value, String by) {
        @Override
        public String toString() {
            return "SayField " + code;
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Written() implements Outcome {}

        record Unknown() implements Outcome {}

        record NotForStaff() implements Outcome {}
    }

    private final ShowFields fields;
    private final WriteFields write;
    private final LoadMembers members;
    private final Clock clock;

    SayField(ShowFields fields, WriteFields write, LoadMembers members, Clock clock) {
        this.fields = fields;
        this.write = write;
        this.members = members;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Optional<MemberField> field = fields.field(command.code());
        if (field.isEmpty() || members.find(command.memberId()).isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!field.get().sources().contains(Source.STAFF)) {
            return new Outcome.NotForStaff();
        }
        String written = command.value();
        write.handle(
                List.of(
                        new WriteFields.Word(
                                command.memberId(),
                                field.get(),
                                Source.STAFF,
                                written == null ? null : field.get().parse(written),
                                clock.instant(),
                                command.by())));
        return new Outcome.Written();
    }
}
