package dev.waystation.platform.engagement.identity.usecase;

import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.identity.model.IdType;
import dev.waystation.platform.engagement.identity.model.Identifier;
import dev.waystation.platform.engagement.identity.store.GraphStore;
import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.membership.MemberLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads who an event speaks of. */
@Component
class NamedIn {

    /** What people and machines write when they have nothing to write. */
    private static final Set<String> NOBODY =
            Set.of(
                    "null",
                    "undefined",
                    "none",
                    "nil",
                    "nan",
                    "unknown",
                    "anonymous",
                    "guest",
                    "test",
                    "n/a",
                    "na",
                    "-",
                    "[object object]",
                    "id",
                    "user",
                    "true",
                    "false");

    /** A value that names somebody; {@code member} asks membership whose it is. */
    record Value(IdType type, String value) {}

    /** Who each event speaks of, in the order of the events. */
    record Names(Map<Value, Long> members, Map<Value, Identifier> identifiers) {}

    private final Vault vault;
    private final MemberLookup members;

    NamedIn(Vault vault, MemberLookup members) {
        this.vault = vault;
        this.members = members;
    }

    /** The values an event names people by, the strongest first. */
    static List<Value> values(TakenEvent event) {
        List<Value> values = new ArrayList<>();
        String user = event.userId();
        if (user != null) {
            values.add(new Value(user.startsWith("mbr_") ? IdType.MEMBER : IdType.USER, user));
        }
        String before = event.detail();
        if (event.call().equals("alias") && before != null) {
            values.add(new Value(IdType.ANONYMOUS, before));
        }
        if (event.isVouchedFor()) {
            for (TakenEvent.ExternalId each : event.externalIds()) {
                IdType.of(each.type().toLowerCase(Locale.ROOT))
                        .ifPresent(type -> values.add(new Value(type, each.id())));
            }
        }
        if (!event.isOnSharedDevice()) {
            Optional.ofNullable(event.deviceId())
                    .ifPresent(id -> values.add(new Value(IdType.DEVICE, id)));
            Optional.ofNullable(event.anonymousId())
                    .ifPresent(id -> values.add(new Value(IdType.ANONYMOUS, id)));
        }
        values.removeIf(value -> namesNobody(value.value()));
        return values;
    }

    /** Placeholders, and one character again and again. */
    static boolean namesNobody(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return plain.length() < 2
                || NOBODY.contains(plain)
                || plain.chars().filter(Character::isLetterOrDigit).distinct().count() < 2;
    }

    /** Digests of all, and the members behind numbers, phones and documents. */
    Names names(Set<Value> values) {
        List<Value> asked =
                values.stream()
                        .filter(value ->
                                value.type() == IdType.MEMBER
                                        || value.type() == IdType.PHONE
                                        || value.type() == IdType.DOCUMENT)
                        .toList();
        List<Optional<Long>> found = members.find(asked.stream().map(NamedIn::key).toList());
        Map<Value, Long> owners = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            Value value = asked.get(i);
            found.get(i).ifPresent(member -> owners.put(value, member));
        }
        Map<Value, Identifier> identifiers = new HashMap<>();
        for (Value value : values) {
            // a member number is the member itself; one nobody has says nothing
            if (value.type() != IdType.MEMBER) {
                identifiers.put(value, identifier(value));
            }
        }
        return new Names(owners, identifiers);
    }

    Identifier identifier(Value value) {
        return new Identifier(
                value.type(),
                GraphStore.hex(
                        vault.blindIndex(
                                "identity." + value.type().code(), value.value().strip())));
    }

    private static MemberLookup.Key key(Value value) {
        Optional<String> text = Optional.of(value.value());
        Optional<String> none = Optional.empty();
        return switch (value.type()) {
            case MEMBER -> new MemberLookup.Key(text, none, none);
            case PHONE -> new MemberLookup.Key(none, text, none);
            default -> new MemberLookup.Key(none, none, text);
        };
    }
}
