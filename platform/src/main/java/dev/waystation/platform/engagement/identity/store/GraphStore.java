package dev.waystation.platform.engagement.identity.store;

import dev.waystation.platform.engagement.identity.model.Finding;
import dev.waystation.platform.engagement.identity.model.IdType;
import dev.waystation.platform.engagement.identity.model.Identifier;
import dev.waystation.platform.engagement.identity.model.IdentityGraph;
import dev.waystation.platform.engagement.identity.model.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads the part of the graph that some identifiers and members touch, and writes it back. */
@Component
public class GraphStore {

    // Who decides about people does so alone, until the transaction ends.
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('identity.graph'))";

    private static final String CLAIMS =
            """
            select i.type, encode(i.value_index, 'hex') as value_index, i.person_id, i.shared
            from unnest(cast(:types as text[]), cast(:values as text[])) as g (type, value)
            join identity.identifier i
              on i.type = g.type and i.value_index = decode(g.value, 'hex')
            """;

    private static final String BLOCKED =
            """
            select b.type, encode(b.value_index, 'hex') as value_index
            from unnest(cast(:types as text[]), cast(:values as text[])) as g (type, value)
            join identity.blocked b on b.type = g.type and b.value_index = decode(g.value, 'hex')
            """;

    private static final String PEOPLE =
            """
            with recursive found as (
                select p.* from identity.person p
                where p.id = any (:ids) or p.member_id = any (:members)
                union
                select p.* from identity.person p join found f on p.id = f.into_id)
            select id, member_id, into_id, held from found
            """;

    private static final String SAME =
            """
            with recursive same as (
                select id from identity.person where member_id = :member
                union
                select p.id from identity.person p join same s on p.into_id = s.id)
            """;

    private static final String OWNER =
            """
            with recursive owner as (
                select p.* from identity.identifier i join identity.person p on p.id = i.person_id
                where i.type = :type and i.value_index = decode(:value, 'hex') and not i.shared
                union
                select p.* from identity.person p join owner o on p.id = o.into_id)
            select member_id from owner where member_id is not null limit 1
            """;

    private static final List<String> FORGET =
            List.of(
                    SAME
                            + "delete from identity.identifier i using same s"
                            + " where i.person_id = s.id",
                    SAME
                            + "delete from identity.attribution a using same s"
                            + " where a.person_id = s.id",
                    SAME
                            + "delete from identity.change c using same s"
                            + " where c.person_id = s.id or c.other_id = s.id",
                    SAME + "delete from identity.person p using same s where p.id = s.id");

    private static final String NUMBER = "select nextval('identity.person_number')";

    private static final String SAVE_PEOPLE =
            """
            insert into identity.person (id, member_id, into_id, held)
            select * from unnest(cast(:ids as bigint[]), cast(:members as bigint[]),
                cast(:intos as bigint[]), cast(:held as jsonb[]))
            on conflict (id) do update
            set member_id = excluded.member_id, into_id = excluded.into_id, held = excluded.held
            """;

    private static final String SAVE_CLAIMS =
            """
            insert into identity.identifier
                (type, value_index, person_id, shared, first_seen, last_seen)
            select g.type, decode(g.value, 'hex'), g.person, g.shared,
                cast(:at as timestamptz), cast(:at as timestamptz)
            from unnest(cast(:types as text[]), cast(:values as text[]), cast(:people as bigint[]),
                cast(:shared as boolean[])) as g (type, value, person, shared)
            on conflict (type, value_index) do update
            set person_id = excluded.person_id, shared = excluded.shared,
                last_seen = excluded.last_seen
            """;

    private static final String LOG =
            """
            insert into identity.change
                (kind, person_id, other_id, type, evidence, actor, happened_at)
            select g.kind, g.person, g.other, g.type, g.evidence, :actor, g.at
            from unnest(cast(:kinds as text[]), cast(:people as bigint[]),
                cast(:others as bigint[]), cast(:types as text[]), cast(:evidence as text[]),
                cast(:ats as timestamptz[])) with ordinality
                as g (kind, person, other, type, evidence, at, n)
            order by g.n
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    GraphStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The graph around these, held until the transaction ends. */
    public IdentityGraph hold(
            Collection<Identifier> identifiers, Collection<Long> members, Collection<Long> ids) {
        jdbc.sql(ALONE).query((row, _) -> 0).single();
        Map<Identifier, IdentityGraph.Claim> claims = new HashMap<>();
        jdbc.sql(CLAIMS)
                .param("types", types(identifiers))
                .param("values", values(identifiers))
                .query((row, _) ->
                        claims.put(
                                identifier(row),
                                new IdentityGraph.Claim(
                                        row.getLong("person_id"), row.getBoolean("shared"))))
                .list();
        Set<Long> people =
                claims.values().stream()
                        .map(IdentityGraph.Claim::personId)
                        .collect(Collectors.toSet());
        people.addAll(ids);
        Map<Long, Person> found =
                jdbc
                        .sql(PEOPLE)
                        .param("ids", people.toArray(Long[]::new))
                        .param("members", members.toArray(Long[]::new))
                        .query(this::person)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Person::id, person -> person));
        LongSupplier numbers = () -> jdbc.sql(NUMBER).query((row, _) -> row.getLong(1)).single();
        return new IdentityGraph(claims, found, numbers);
    }

    /** Those that name nobody by order of the operator. */
    public Set<Identifier> blocked(Collection<Identifier> identifiers) {
        return jdbc.sql(BLOCKED)
                .param("types", types(identifiers))
                .param("values", values(identifiers))
                .query((row, _) -> identifier(row))
                .set();
    }

    /** Writes what changed. */
    public void save(IdentityGraph graph, String actor, Instant now) {
        savePeople(graph.changed());
        Map<Identifier, IdentityGraph.Claim> met = graph.met();
        List<Identifier> ids = List.copyOf(met.keySet());
        jdbc.sql(SAVE_CLAIMS)
                .param("types", types(ids))
                .param("values", values(ids))
                .param(
                        "people",
                        ids.stream().map(id -> claim(met, id).personId()).toArray(Long[]::new))
                .param(
                        "shared",
                        ids.stream().map(id -> claim(met, id).shared()).toArray(Boolean[]::new))
                .param("at", now.toString())
                .update();
        log(graph.findings(), actor);
    }

    private static IdentityGraph.Claim claim(
            Map<Identifier, IdentityGraph.Claim> met, Identifier id) {
        return java.util.Objects.requireNonNull(met.get(id));
    }

    private void savePeople(List<Person> people) {
        jdbc.sql(SAVE_PEOPLE)
                .param("ids", people.stream().map(Person::id).toArray(Long[]::new))
                .param("members", people.stream().map(Person::memberId).toArray(Long[]::new))
                .param("intos", people.stream().map(Person::into).toArray(Long[]::new))
                .param("held", people.stream().map(this::held).toArray(String[]::new))
                .update();
    }

    private void log(List<Finding> findings, String actor) {
        jdbc.sql(LOG)
                .param(
                        "kinds",
                        findings.stream()
                                .map(each -> each.kind().name().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param("people", findings.stream().map(Finding::personId).toArray(Long[]::new))
                .param("others", findings.stream().map(Finding::otherId).toArray(Long[]::new))
                .param("types", findings.stream().map(GraphStore::type).toArray(String[]::new))
                .param("evidence", findings.stream().map(Finding::evidence).toArray(String[]::new))
                .param(
                        "ats",
                        findings.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .param("actor", actor)
                .update();
    }

    private static @Nullable String type(Finding finding) {
        IdType type = finding.type();
        return type == null ? null : type.code();
    }

    private String held(Person person) {
        Map<String, Integer> counts = new TreeMap<>();
        person.held().forEach((type, count) -> counts.put(type.code(), count));
        return json.writeValueAsString(counts);
    }

    private Person person(ResultSet row, int index) throws SQLException {
        Map<IdType, Integer> held = new EnumMap<>(IdType.class);
        json.readValue(row.getString("held"), new TypeReference<Map<String, Integer>>() {})
                .forEach((type, count) -> held.put(IdType.of(type).orElseThrow(), count));
        return new Person(
                row.getLong("id"),
                row.getObject("member_id", Long.class),
                row.getObject("into_id", Long.class),
                held);
    }

    private static Identifier identifier(ResultSet row) throws SQLException {
        return new Identifier(
                IdType.of(row.getString("type")).orElseThrow(), row.getString("value_index"));
    }

    private static String[] types(Collection<Identifier> identifiers) {
        return identifiers.stream().map(id -> id.type().code()).toArray(String[]::new);
    }

    private static String[] values(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::index).toArray(String[]::new);
    }

    /** Drops all persons of a member with their identifiers; answers how many rows. */
    public int forget(long memberId) {
        jdbc.sql(ALONE).query((row, _) -> 0).single();
        return FORGET.stream()
                .mapToInt(sql -> jdbc.sql(sql).param("member", memberId).update())
                .sum();
    }

    /** The member an identifier belongs to alone. */
    public Optional<Long> member(Identifier identifier) {
        return jdbc.sql(OWNER)
                .param("type", identifier.type().code())
                .param("value", identifier.index())
                .query(Long.class)
                .optional();
    }

    /** The digest as it is stored. */
    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
