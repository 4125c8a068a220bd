package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.membership.model.Companion;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.model.Person;
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
                   t.document_index, t.birth_date, t.added_at, g.valid_until
            from membership.traveller t
            left join membership.verified_group g
              on g.member_id = t.member_id and g.traveller_id = t.id and g.group_name = 'student'
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
                row.studentUntil,
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
        final @Nullable LocalDate studentUntil;

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
            studentUntil = row.getObject("valid_until", LocalDate.class);
        }
    }
}
