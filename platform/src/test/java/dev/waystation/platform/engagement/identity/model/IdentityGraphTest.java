package dev.waystation.platform.engagement.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Capability;
import dev.waystation.testkit.Draw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentityGraphTest {

    private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");

    private long last;
    private final IdentityGraph graph = new IdentityGraph(Map.of(), Map.of(), () -> ++last);

    @Test
    @Capability("CDP-06")
    void whatABrowserDidBeforeSigningInBecomesTheMembers() {
        Person before = place(null, "anonymous:a");
        Person member = place(7L, "anonymous:a");
        assertThat(graph.root(before)).isSameAs(member);
        assertThat(place(null, "anonymous:a")).isSameAs(before);
        assertThat(graph.root(before).memberId()).isEqualTo(7L);
    }

    @Test
    @Capability("CDP-07")
    void aSharedBrowserNeverMakesOneOfTwoMembersAndNamesNobodyAfterwards() {
        place(7L, "anonymous:a");
        Person second = place(8L, "anonymous:a");
        assertThat(second.memberId()).isEqualTo(8L);
        assertThat(graph.root(second)).isSameAs(second);
        assertThat(graph.place(null, ids("anonymous:a"), "e", NOW)).isNull();
        assertThat(kinds()).contains(Finding.Kind.SHARED);
    }

    @Test
    @Capability("CDP-07")
    void aFamilyPhoneStaysWithItsOwnerAndIsShownAsAConflict() {
        place(7L, "phone:p");
        Person child = place(8L, "phone:p");
        assertThat(child.memberId()).isEqualTo(8L);
        assertThat(graph.met().get(id("phone:p")))
                .isEqualTo(new IdentityGraph.Claim(graph.ofMember(7).id(), false));
        assertThat(kinds()).containsExactly(Finding.Kind.ATTACHED, Finding.Kind.CONFLICT);
    }

    @Test
    @Capability("CDP-06")
    void theStrongestIdentifierDecidesAndLimitsKeepTheWeakestOut() {
        place(7L, "unionid:u1");
        Person other = place(7L, "unionid:u2");
        assertThat(graph.met()).doesNotContainKey(id("unionid:u2"));
        assertThat(other.held()).containsEntry(IdType.UNIONID, 1);
        assertThat(kinds()).contains(Finding.Kind.LIMIT);
        Person unknown = place(null, "unionid:u3");
        place(7L, "unionid:u3");
        assertThat(graph.root(unknown)).as("too many together").isSameAs(unknown);
    }

    @Test
    void partingRestoresBoth() {
        Person before = place(null, "anonymous:a", "device:d");
        Person member = place(7L, "anonymous:a", "phone:p");
        Map<IdType, Integer> held = new EnumMap<>(member.held());
        assertThat(held).containsEntry(IdType.ANONYMOUS, 1).containsEntry(IdType.DEVICE, 1);
        assertThat(graph.part(before, "a mistake", NOW)).isTrue();
        assertThat(member.held()).containsEntry(IdType.ANONYMOUS, 0).containsEntry(IdType.PHONE, 1);
        assertThat(graph.root(before)).isSameAs(before);
        assertThat(place(null, "device:d")).isSameAs(before);
        graph.join(before, member, null, "right after all", NOW);
        assertThat(member.held()).isEqualTo(held);
    }

    /** Whatever arrives: known members stay apart, no limit is passed, counts are right. */
    @Test
    @Capability("CDP-07")
    void noStormOfIdentifiersJoinsTwoMembers() {
        Draw draw = new Draw(20_261_122);
        for (int round = 0; round < 60; round++) {
            last = 0;
            IdentityGraph storm = new IdentityGraph(Map.of(), Map.of(), () -> ++last);
            Set<Person> people = new HashSet<>();
            for (int i = 0; i < 400; i++) {
                Long member = draw.chance(40) ? (long) draw.between(1, 12) : null;
                List<String> given = draw.listOf(1, 4, IdentityGraphTest::anyId);
                Person person = storm.place(member, ids(given.toArray(String[]::new)), "e", NOW);
                if (person != null) {
                    people.add(person);
                }
                if (member != null) {
                    assertThat(Objects.requireNonNull(person).memberId()).isEqualTo(member);
                }
                if (draw.chance(3) && !people.isEmpty()) {
                    Person any = draw.oneOf(new ArrayList<>(people));
                    storm.part(any, "a mistake", NOW);
                }
            }
            check(storm, people);
        }
    }

    private static void check(IdentityGraph storm, Set<Person> people) {
        Map<Person, Map<IdType, Integer>> counted = new HashMap<>();
        for (Person person : people) {
            if (person.isKnown()) {
                assertThat(storm.root(person)).as("a member stands for itself").isSameAs(person);
            }
        }
        storm.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.ATTACHED)
                .forEach(finding ->
                        counted.computeIfAbsent(
                                        storm.root(storm.person(finding.personId())),
                                        _ -> new EnumMap<>(IdType.class))
                                .merge(Objects.requireNonNull(finding.type()), 1, Integer::sum));
        counted.forEach((person, held) ->
                held.forEach((type, count) -> {
                    assertThat(count).isLessThanOrEqualTo(type.limit());
                    assertThat(person.held()).containsEntry(type, count);
                }));
    }

    private static String anyId(Draw draw) {
        IdType type = draw.oneOf(List.of(IdType.values()));
        return (type == IdType.MEMBER ? IdType.USER : type).code() + ":" + draw.between(1, 12);
    }

    private Person place(@org.jspecify.annotations.Nullable Long member, String... ids) {
        return Objects.requireNonNull(graph.place(member, ids(ids), "e", NOW));
    }

    private List<Finding.Kind> kinds() {
        return graph.findings().stream().map(Finding::kind).toList();
    }

    private static Set<Identifier> ids(String... texts) {
        Set<Identifier> ids = new HashSet<>();
        for (String text : texts) {
            ids.add(id(text));
        }
        return ids;
    }

    private static Identifier id(String text) {
        String[] parts = text.split(":", 2);
        return new Identifier(IdType.of(parts[0]).orElseThrow(), parts[1]);
    }
}
