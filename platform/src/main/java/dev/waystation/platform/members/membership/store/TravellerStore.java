package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.membership.Studies;
import dev.waystation.platform.members.membership.model.Companion;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.model.Person;
import dev.waystation.platform.members.membership.model.StudentEvidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Travellers as rows, sealed with the key of the member they belong to. */
@Component
public class TravellerStore {

    private static final String INSERT =
            """
            insert into membership.traveller
              (member_id, self, name_sealed, document_type, document_sealed, document_index,
               birth_date, added_at)
            values
              (:member, :self, :name, :documentType, :document, :documentIndex,
               :birthDate, :addedAt)
            on conflict on constraint traveller_document_once do nothing
            returning id
            """;

    private static final String OF_MEMBER =
            """
            select t.member_id, t.id, t.self, t.name_sealed, t.document_type, t.document_sealed,
                   t.document_index, t.birth_date, t.added_at, g.valid_until,
                   s.school, s.entered_on, s.home_city, s.school_city,
                   b.member_id is not null as birth_date_read
            from membership.traveller t
            left join membership.verified_group g
              on g.member_id = t.member_id and g.traveller_id = t.id and g.group_name = 'student'
            left join membership.student_record s
              on s.member_id = t.member_id and s.traveller_id = t.id
            left join membership.verified_group b
              on b.member_id = t.member_id and b.traveller_id = t.id
             and b.group_name = 'birth_date'
            where t.member_id = :member
            order by t.self desc, t.id
            """;

    private static final String STUDENT_UNTIL =
            """
            select g.valid_until
            from membership.traveller t
            join membership.verified_group g
              on g.member_id = t.member_id and g.traveller_id = t.id and g.group_name = 'student'
            where t.member_id = :member and t.self
            """;

    private static final String VERIFY =
            """
            insert into membership.verified_group
              (member_id, traveller_id, group_name, valid_until, verified_at, evidence)
            values (:member, :traveller, :group, :until, :at, :evidence)
            on conflict on constraint verified_group_pk do update
            set valid_until = excluded.valid_until,
                verified_at = excluded.verified_at,
                evidence = excluded.evidence
            """;

    private static final String RECORD =
            """
            insert into membership.student_record
              (member_id, traveller_id, school, enrolment_sealed, entered_on, leaves_on,
               home_city, school_city)
            values (:member, :traveller, :school, :enrolment, :entered, :leaves, :home, :city)
            on conflict on constraint student_record_pk do update
            set school = excluded.school,
                enrolment_sealed = excluded.enrolment_sealed,
                entered_on = excluded.entered_on,
                leaves_on = excluded.leaves_on,
                home_city = excluded.home_city,
                school_city = excluded.school_city
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final MemberStore members;

    TravellerStore(JdbcClient jdbc, Vault vault, MemberStore members) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.members = members;
    }

    /** The new traveller's number; empty when the member lists this document already. */
    public OptionalLong insert(long memberId, boolean self, Person person, Instant at) {
        Document document = person.document();
        return jdbc
                .sql(INSERT)
                .param("member", memberId)
                .param("self", self)
                .param("name", vault.seal(memberId, person.name()))
                .param("documentType", document.type())
                .param("document", vault.seal(memberId, document.number()))
                .param("documentIndex", members.documentIndex(document))
                .param("birthDate", person.birthDate())
                .param("addedAt", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** All travellers of a member, the member in person first. */
    public List<Companion> ofMember(long memberId) {
        return jdbc.sql(OF_MEMBER).param("member", memberId).query(SealedRow::new).list().stream()
                .map(this::open)
                .toList();
    }

    /** Last day on which the member in person counts as a student. */
    public Optional<LocalDate> studentUntil(long memberId) {
        return jdbc.sql(STUDENT_UNTIL).param("member", memberId).query(LocalDate.class).optional();
    }

    public void verify(
            long memberId,
            long travellerId,
            String group,
            LocalDate until,
            Instant at,
            String evidence) {
        jdbc.sql(VERIFY)
                .param("member", memberId)
                .param("traveller", travellerId)
                .param("group", group)
                .param("until", until)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("evidence", evidence)
                .update();
    }

    /** Keeps what a student showed; the number of the school is sealed. */
    public void record(long memberId, long travellerId, StudentEvidence shown) {
        jdbc.sql(RECORD)
                .param("member", memberId)
                .param("traveller", travellerId)
                .param("school", shown.school())
                .param("enrolment", vault.seal(memberId, shown.enrolmentNumber()))
                .param("entered", shown.enteredOn())
                .param("leaves", shown.leavesOn())
                .param("home", shown.homeCity())
                .param("city", shown.schoolCity())
                .update();
    }

    private Companion open(SealedRow row) {
        return new Companion(
                row.memberId,
                row.id,
                row.self,
                new Person(
                        vault.open(row.memberId, row.name),
                        new Document(row.documentType, vault.open(row.memberId, row.document)),
                        row.birthDate),
                HexFormat.of().formatHex(row.documentIndex),
                row.studies,
                row.birthDateRead,
                row.addedAt.toInstant());
    }

    private static final class SealedRow {
        final long memberId;
        final long id;
        final boolean self;
        final byte[] name;
        final String documentType;
        final byte[] document;
        final byte[] documentIndex;
        final LocalDate birthDate;
        final OffsetDateTime addedAt;
        final @Nullable Studies studies;
        final boolean birthDateRead;

        SealedRow(ResultSet row, int index) throws SQLException {
            memberId = row.getLong("member_id");
            id = row.getLong("id");
            self = row.getBoolean("self");
            name = row.getBytes("name_sealed");
            documentType = row.getString("document_type");
            document = row.getBytes("document_sealed");
            documentIndex = row.getBytes("document_index");
            birthDate = row.getObject("birth_date", LocalDate.class);
            addedAt = row.getObject("added_at", OffsetDateTime.class);
            LocalDate until = row.getObject("valid_until", LocalDate.class);
            studies =
                    until == null
                            ? null
                            : new Studies(
                                    row.getString("school"),
                                    row.getObject("entered_on", LocalDate.class),
                                    until,
                                    row.getString("home_city"),
                                    row.getString("school_city"));
            birthDateRead = row.getBoolean("birth_date_read");
        }
    }
}
