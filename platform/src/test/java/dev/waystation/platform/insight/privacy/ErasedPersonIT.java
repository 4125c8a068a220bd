package dev.waystation.platform.insight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.usecase.AudienceSets;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.TakeEvents;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.vault.PersonRows;
import dev.waystation.platform.insight.privacy.model.Request;
import dev.waystation.platform.insight.privacy.store.RequestStore;
import dev.waystation.platform.insight.privacy.usecase.ErasePerson;
import dev.waystation.platform.insight.privacy.usecase.ExportPerson;
import dev.waystation.platform.insight.privacy.usecase.ProveRequest;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.MemberSearch;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.testkit.Capability;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person planted in every corner, and every table searched for what is left. */
@PlatformIT
class ErasedPersonIT {

    @Autowired private Members members;
    @Autowired private MemberSearch search;
    @Autowired private ChangeConsents consents;
    @Autowired private Points points;
    @Autowired private Outbox outbox;
    @Autowired private KeepSources sources;
    @Autowired private TakeEvents take;
    @Autowired private ErasePerson erase;
    @Autowired private ExportPerson export;
    @Autowired private ProveRequest prove;
    @Autowired private RequestStore requests;
    @Autowired private PersonRows rows;
    @Autowired private AudienceSets sets;
    @Autowired private FactPump pump;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private final String mark = "planted" + UUID.randomUUID().toString().substring(0, 8);
    private Registration who = People.born(LocalDate.of(1990, 1, 1));
    private long member;

    @BeforeEach
    void aPersonInEveryCorner() {
        member = members.register(who).value();
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(new ChangeConsents.Choice("sms", "marketing", true)),
                        "member"));
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        member,
                        "points",
                        500,
                        LocalDate.ofInstant(
                                clock.instant().plus(Duration.ofDays(300)), ZoneOffset.UTC),
                        Explanation.of(Said.same("gift")),
                        "test"));
        outbox.offer(
                new MessageOffer(
                        UUID.randomUUID(),
                        member,
                        "inbox",
                        MessageOffer.TRANSACTIONAL,
                        "no-such-text",
                        Map.of("name", mark),
                        "test",
                        null));
        var door =
                (KeepSources.Outcome.Made)
                        sources.make(new KeepSources.Command("app " + mark, "app", null, null));
        var taken =
                (TakeEvents.Outcome.Taken)
                        take.handle(
                                new TakeEvents.Command(
                                        door.key(),
                                        Call.IDENTIFY,
                                        """
                                        {"messageId": "m", "userId": "%s", "anonymousId": "%s-a",
                                         "context": {"device": {"id": "%s-d"}}}
                                        """
                                                .formatted(
                                                        PublicId.encode("mbr", member), mark, mark)
                                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(taken.bad()).isEmpty();
        jdbc.sql("update events.source set name = 'app' where name = :name")
                .param("name", "app " + mark)
                .update();
        plantEverywhere();
        pump.drain();
    }

    @Test
    @Capability("CDP-15")
    void whoIsErasedIsInNoTableSetSearchOrQueueAndTheProofSaysWhatBecameOfEach() {
        assertThat(found(mark)).as("the hunt finds what is planted").isNotEmpty();
        assertThat(rows.of(member)).hasSizeGreaterThan(12);
        int before = sets.size();
        long entries = count("wallet.entry");
        List<String> searched = searched();
        assertThat(searched).isNotEmpty();
        ExportPerson.Part part =
                export.handle(member, "staff:1", "asked by mail").orElseThrow().getFirst();
        assertThat(part.person())
                .containsEntry("phone", who.phone())
                .containsEntry("name", who.name());
        assertThat(part.tables()).containsKeys("audience.member_trait", "messaging.message");

        long proof = erased(member);
        pump.drain();

        assertThat(found(mark)).isEmpty();
        assertThat(found(who.phone())).isEmpty();
        assertThat(found(who.documentNumber())).isEmpty();
        assertThat(members.card(member)).isEmpty();
        assertThat(searched()).isEmpty();
        assertThat(sets.size()).isEqualTo(before - 1);
        assertThat(leftToDelete()).as("tables whose rows go").isEmpty();
        assertThat(count("wallet.entry")).as("the ledger keeps its rows").isEqualTo(entries);
        Request request = requests.find(proof).orElseThrow();
        assertThat(prove.holds(request)).isTrue();
        assertThat(request.document())
                .contains("wallet.entry")
                .contains("KEPT_WITHOUT_PERSON")
                .contains("membership.name_key")
                .contains("foundation.person_key")
                .contains("DESTROYED");
        assertThat(prove.holds(altered(request))).as("an altered proof is none").isFalse();
        assertThat(erase.handle(new ErasePerson.Command(member, "staff:1", "once more")))
                .as("nobody is erased twice")
                .isEqualTo(new ErasePerson.Outcome.Unknown());
    }

    private long erased(long memberId) {
        ErasePerson.Outcome outcome =
                erase.handle(new ErasePerson.Command(memberId, "staff:1", "asked by mail"));
        assertThat(outcome).isInstanceOf(ErasePerson.Outcome.Erased.class);
        return ((ErasePerson.Outcome.Erased) outcome).proof();
    }

    private static Request altered(Request from) {
        return new Request(
                from.id(),
                from.kind(),
                from.memberId(),
                from.by(),
                from.reason(),
                from.at(),
                String.valueOf(from.document()).replace("asked by mail", "asked by fax."),
                from.signature());
    }

    private List<String> searched() {
        return Stream.concat(
                        search.find(who.phone()).stream(),
                        search.named(who.name()).stream().map(MemberSearch.Named::card))
                .filter(card -> card.memberId() == member)
                .map(MemberCard::maskedName)
                .toList();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where member_id = :member")
                .param("member", member)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** Free text about the member wherever a table takes some. */
    private void plantEverywhere() {
        for (String sql :
                List.of(
                        """
                        insert into audience.deed (member_id, event, reference, on_day, properties)
                        values (:member, 'note', :mark, current_date,
                            jsonb_build_object('note', cast(:mark as text)))
                        """,
                        """
                        insert into journey.enrolment (member_id, journey_id, version, entry_key,
                            exclusive, context, entered_at, state, node, arrived_at, wakes_at,
                            heard, step_count, ended_at)
                        values (:member, 1, 1, :mark, false,
                            jsonb_build_object('note', cast(:mark as text)), now(), 'LEFT', 'in',
                            now(), null, '[]', 0, now())
                        """,
                        """
                        insert into analytics.timeline (member_id, position, happened_at, kind,
                            details)
                        values (:member, -:member, now(), 'note',
                            jsonb_build_object('note', cast(:mark as text)))
                        """,
                        """
                        insert into foundation.explanation (id, body, kept_at, member_id)
                        values (:mark, jsonb_build_object('note', cast(:mark as text)), now(),
                            :member)
                        """)) {
            jdbc.sql(sql).param("member", member).param("mark", mark).update();
        }
    }

    /** Every place where a text stands, in any table and any column that can hold one. */
    private List<String> found(String text) {
        List<String> found = new ArrayList<>();
        record Place(String table, String column) {}
        List<Place> places =
                jdbc.sql(
                                """
                                select n.nspname || '.' || c.relname as "table", a.attname
                                from pg_attribute a
                                join pg_class c on c.oid = a.attrelid
                                join pg_namespace n on n.oid = c.relnamespace
                                join pg_type t on t.oid = a.atttypid
                                where c.relkind in ('r', 'p') and not c.relispartition
                                  and a.attnum > 0 and not a.attisdropped
                                  and n.nspname not in ('pg_catalog', 'information_schema')
                                  and c.relpersistence <> 't'
                                  and t.typname in
                                    ('text', '_text', 'varchar', 'jsonb', 'json', 'bytea')
                                """)
                        .query((row, _) -> new Place(row.getString(1), row.getString(2)))
                        .list();
        assertThat(places).hasSizeGreaterThan(500);
        for (Place place : places) {
            boolean here =
                    jdbc.sql(
                                    "select exists (select from "
                                            + place.table()
                                            + " where cast("
                                            + place.column()
                                            + " as text) like :text or cast("
                                            + place.column()
                                            + " as text) like :hex)")
                            .param("text", "%" + text + "%")
                            .param("hex", "%" + hex(text) + "%")
                            .query((row, _) -> row.getBoolean(1))
                            .single();
            if (here) {
                found.add(place.table() + "." + place.column());
            }
        }
        return found;
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> leftToDelete() {
        return rows.erase(member).stream()
                .filter(left -> left.fate() == PersonRows.Fate.DELETED)
                .map(PersonRows.Count::table)
                .toList();
    }
}
