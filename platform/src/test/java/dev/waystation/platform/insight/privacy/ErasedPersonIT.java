package dev.waystation.platform.insight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.audience.usecase.AudienceSets;
import dev.waystation.platform.engagement.audience.usecase.FillList;
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
    @Autowired private FillList lists;
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
        namesInClearWhereNoColumnNamesTheMember(door.key());
        jdbc.sql("update events.source set name = 'app' where name = :name")
                .param("name", "app " + mark)
                .update();
        plantEverywhere();
        pump.drain();
    }

    /** One message without a name of an event for each way to say who; and a line of a list. */
    private void namesInClearWhereNoColumnNamesTheMember(String key) {
        for (String by :
                List.of(
                        "\"userId\": \"" + PublicId.encode("mbr", member) + "\"",
                        "\"anonymousId\": \"" + mark + "-a\"",
                        "\"userId\": \"x\", \"properties\": {\"tel\": \"" + who.phone() + "\"}")) {
            take.handle(
                    new TakeEvents.Command(
                            key,
                            Call.TRACK,
                            "{\"messageId\": \"bad\", %s, \"context\": {\"note\": \"%s\"}}"
                                    .formatted(by, mark)
                                    .getBytes(StandardCharsets.UTF_8)));
        }
        lists.handle(
                new FillList.Command(
                        Said.same("list " + UUID.randomUUID()),
                        List.of("member", who.phone()).iterator()));
        assertThat(found(who.phone()))
                .contains("events.quarantine.raw", "audience.list_problem.value");
        assertThat(quarantined()).isEqualTo(3);
    }

    private int quarantined() {
        return jdbc.sql("select count(*) from events.quarantine where strpos(raw, :mark) > 0")
                .param("mark", mark)
                .query((row, _) -> row.getInt(1))
                .single();
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

    private List<String> found(String text) {
        return TextHunt.places(jdbc, text);
    }

    private List<String> leftToDelete() {
        return rows.erase(member).stream()
                .filter(left -> left.fate() == PersonRows.Fate.DELETED)
                .map(PersonRows.Count::table)
                .toList();
    }
}
