package dev.waystation.platform.engagement.identity.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The part of the graph that a batch of events touches. It decides in memory; what changed is
 * written afterwards in one go.
 *
 * <p>Whoever shares an identifier is one person, except that two known members never are, and that
 * nobody holds more of a type than its limit. Joining is a pointer: every identifier stays with the
 * person it was first seen with, so that parting restores both.
 */
public final class IdentityGraph {

    /** Whose an identifier is; a shared one is nobody's. */
    public record Claim(long personId, boolean shared) {}

    private final Map<Identifier, Claim> claims;
    private final Map<Long, Person> people;
    private final Map<Long, Person> byMember = new HashMap<>();
    private final LongSupplier numbers;
    private final Set<Long> touched = new LinkedHashSet<>();
    private final Set<Identifier> seen = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    public IdentityGraph(
            Map<Identifier, Claim> claims, Map<Long, Person> people, LongSupplier numbers) {
        this.claims = new HashMap<>(claims);
        this.people = new HashMap<>(people);
        this.numbers = numbers;
        people.values().stream()
                .filter(Person::isKnown)
                .forEach(person -> byMember.put(Objects.requireNonNull(person.memberId()), person));
    }

    /**
     * Finds the person of an event.
     *
     * @param member when the event names one
     * @param given its identifiers, none of them blocked
     * @return the person as it stands for itself, not the one it may have been joined to; null when
     *     the event names nobody
     */
    public @Nullable Person place(
            @Nullable Long member, Set<Identifier> given, String evidence, Instant at) {
        List<Identifier> strongestFirst = new ArrayList<>(given);
        strongestFirst.sort(
                Comparator.comparing(Identifier::type).thenComparing(Identifier::index));
        Person own = member == null ? null : ofMember(member);
        Person winner = own;
        List<Identifier> mine = new ArrayList<>();
        for (Identifier each : strongestFirst) {
            seen.add(each);
            Claim claim = claims.get(each);
            if (claim != null && claim.shared()) {
                continue;
            }
            if (claim == null) {
                mine.add(each);
                continue;
            }
            Person holder = root(person(claim.personId()));
            if (winner == null) {
                winner = holder;
                own = person(claim.personId());
            } else if (root(winner) != holder) {
                winner = meet(root(winner), holder, each, evidence, at);
            }
        }
        if (winner == null) {
            if (mine.isEmpty()) {
                return null;
            }
            winner = create(null);
        }
        if (own == null) {
            own = winner;
        }
        Person last = own;
        mine.forEach(each -> attach(each, last, evidence, at));
        return own;
    }

    /** Two persons share an identifier: the one that stays. */
    private Person meet(Person first, Person second, Identifier by, String evidence, Instant at) {
        if (first.isKnown() && second.isKnown()) {
            if (by.type().isWeak()) {
                claims.put(by, new Claim(second.id(), true));
                note(Finding.Kind.SHARED, first, second, by.type(), evidence, at);
            } else {
                note(Finding.Kind.CONFLICT, first, second, by.type(), evidence, at);
            }
            return first;
        }
        Person stays = second.isKnown() ? second : first;
        Person goes = stays == first ? second : first;
        if (!stays.hasRoomFor(goes)) {
            note(Finding.Kind.LIMIT, first, second, by.type(), evidence, at);
            return first;
        }
        join(goes, stays, by.type(), evidence, at);
        return stays;
    }

    private void attach(Identifier id, Person to, String evidence, Instant at) {
        Person root = root(to);
        if (!root.hasRoomFor(id.type())) {
            note(Finding.Kind.LIMIT, root, null, id.type(), evidence, at);
            return;
        }
        claims.put(id, new Claim(to.id(), false));
        for (Person each = to; each != null; each = above(each)) {
            each.hold(id.type());
            touched.add(each.id());
        }
        note(Finding.Kind.ATTACHED, to, null, id.type(), evidence, at);
    }

    /** Makes one person of two, by a pointer. */
    public void join(Person goes, Person stays, @Nullable IdType by, String evidence, Instant at) {
        goes.join(stays);
        for (Person each = stays; each != null; each = above(each)) {
            each.hold(goes, 1);
            touched.add(each.id());
        }
        touched.add(goes.id());
        note(Finding.Kind.JOINED, stays, goes, by, evidence, at);
    }

    /** Takes a join back; false when the person stands for itself. */
    public boolean part(Person person, String evidence, Instant at) {
        Person stayed = above(person);
        if (stayed == null) {
            return false;
        }
        for (Person each = stayed; each != null; each = above(each)) {
            each.hold(person, -1);
            touched.add(each.id());
        }
        person.part();
        touched.add(person.id());
        note(Finding.Kind.PARTED, stayed, person, null, evidence, at);
        return true;
    }

    /** The person of a member; made when there is none yet. */
    public Person ofMember(long member) {
        Person known = byMember.get(member);
        return known == null ? create(member) : known;
    }

    private Person create(@Nullable Long member) {
        Person made = new Person(numbers.getAsLong(), member, null, Map.of());
        people.put(made.id(), made);
        touched.add(made.id());
        if (member != null) {
            byMember.put(member, made);
        }
        return made;
    }

    public boolean knows(long personId) {
        return people.containsKey(personId);
    }

    public Person person(long id) {
        return Objects.requireNonNull(people.get(id), () -> "person " + id + " was not loaded");
    }

    private @Nullable Person above(Person person) {
        Long into = person.into();
        return into == null ? null : person(into);
    }

    /** Who the person was found to be. */
    public Person root(Person person) {
        Person root = person;
        Set<Long> passed = new HashSet<>();
        for (Person next = above(root); next != null && passed.add(next.id()); next = above(root)) {
            root = next;
        }
        return root;
    }

    private void note(
            Finding.Kind kind,
            Person person,
            @Nullable Person other,
            @Nullable IdType type,
            String evidence,
            Instant at) {
        findings.add(
                new Finding(
                        kind, person.id(), other == null ? null : other.id(), type, evidence, at));
    }

    /** Persons that are new or changed. */
    public List<Person> changed() {
        return touched.stream().map(this::person).toList();
    }

    /** Identifiers that were met, with whose they are now. */
    public Map<Identifier, Claim> met() {
        Map<Identifier, Claim> met = new HashMap<>();
        for (Identifier each : seen) {
            Claim claim = claims.get(each);
            if (claim != null) {
                met.put(each, claim);
            }
        }
        return met;
    }

    public List<Finding> findings() {
        return findings;
    }
}
