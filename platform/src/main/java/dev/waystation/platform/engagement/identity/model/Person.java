package dev.waystation.platform.engagement.identity.model;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person in the graph; known when it is a member. */
public final class Person {

    private final long id;
    private @Nullable Long memberId;
    private @Nullable Long into;
    private final Map<IdType, Integer> held = new EnumMap<>(IdType.class);

    public Person(
            long id, @Nullable Long memberId, @Nullable Long into, Map<IdType, Integer> held) {
        this.id = id;
        this.memberId = memberId;
        this.into = into;
        this.held.putAll(held);
    }

    public long id() {
        return id;
    }

    public @Nullable Long memberId() {
        return memberId;
    }

    public @Nullable Long into() {
        return into;
    }

    /** How many identifiers of each type, those of joined persons included. */
    public Map<IdType, Integer> held() {
        return held;
    }

    public boolean isKnown() {
        return memberId != null;
    }

    void become(long member) {
        memberId = member;
    }

    void join(Person other) {
        into = other.id();
    }

    void part() {
        into = null;
    }

    boolean hasRoomFor(IdType type) {
        return held.getOrDefault(type, 0) < type.limit();
    }

    boolean hasRoomFor(Person other) {
        return other.held.entrySet().stream()
                .allMatch(each ->
                        held.getOrDefault(each.getKey(), 0) + each.getValue()
                                <= each.getKey().limit());
    }

    void hold(IdType type) {
        held.merge(type, 1, Integer::sum);
    }

    void hold(Person other, int sign) {
        other.held.forEach((type, count) -> held.merge(type, sign * count, Integer::sum));
    }
}
