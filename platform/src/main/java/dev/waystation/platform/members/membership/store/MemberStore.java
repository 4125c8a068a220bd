package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.model.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members as rows; seals on the way in, opens on the way out. */
@Component
public class MemberStore {

    static final String PHONE = "membership.phone";
    static final String DOCUMENT = "membership.document";

    private static final String NEXT_NUMBER = "select nextval('membership.member_number')";

    private static final String CLAIM_PHONE =
            """
            insert into membership.phone_owner (phone_index, member_id)
            values (:index, :member)
            on conflict (phone_index) do nothing
            """;

    private static final String CLAIM_DOCUMENT =
            """
            insert into membership.document_owner (document_index, member_id)
            values (:index, :member)
            on conflict (document_index) do nothing
            """;

    private static final String DROP_PHONE_CLAIM =
            "delete from membership.phone_owner where phone_index = :index";

    private static final String INSERT =
            """
            insert into membership.member
              (id, name_sealed, phone_sealed, phone_index, document_type, document_sealed,
               document_index, birth_date, gender, city_code, channel, joined_at)
            values
              (:id, :name, :phone, :phoneIndex, :documentType, :document,
               :documentIndex, :birthDate, :gender, :city, :channel, :joinedAt)
            """;

    private static final String COLUMNS =
            """
            select id, name_sealed, phone_sealed, document_type, document_sealed, birth_date,
                   gender, city_code, channel, joined_at
            from membership.member
            """;

    private static final String BY_ID = COLUMNS + "where id = :id";

    private static final String NEWEST =
            COLUMNS
                    + """
                    where id < :before
                    order by id desc
                    limit :limit
                    """;

    private static final String OWNER_OF_PHONE =
            "select member_id from membership.phone_owner where phone_index = :index";

    private static final String OWNER_OF_DOCUMENT =
            "select member_id from membership.document_owner where document_index = :index";

    private static final String LOCK = "select id from membership.member where id = :id for update";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final NameIndex names;

    MemberStore(JdbcClient jdbc, Vault vault, NameIndex names) {
        this.names = names;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public long nextNumber() {
        return jdbc.sql(NEXT_NUMBER).query(Long.class).single();
    }

    /** False when the phone already belongs to a member. */
    public boolean claimPhone(String phone, long memberId) {
        return claim(CLAIM_PHONE, vault.blindIndex(PHONE, phone), memberId);
    }

    /** False when the document already belongs to a member. */
    public boolean claimDocument(Document document, long memberId) {
        return claim(CLAIM_DOCUMENT, documentIndex(document), memberId);
    }

    /** Takes a claim back that this transaction made. */
    public void dropPhoneClaim(String phone) {
        jdbc.sql(DROP_PHONE_CLAIM).param("index", vault.blindIndex(PHONE, phone)).update();
    }

    public void insert(Enrolled member) {
        Document document = member.person().document();
        jdbc.sql(INSERT)
                .param("id", member.id())
                .param("name", vault.seal(member.id(), member.person().name()))
                .param("phone", vault.seal(member.id(), member.phone()))
                .param("phoneIndex", vault.blindIndex(PHONE, member.phone()))
                .param("documentType", document.type())
                .param("document", vault.seal(member.id(), document.number()))
                .param("documentIndex", documentIndex(document))
                .param("birthDate", member.person().birthDate())
                .param("gender", member.gender())
                .param("city", member.cityCode())
                .param("channel", member.channel())
                .param("joinedAt", member.joinedAt().atOffset(ZoneOffset.UTC))
                .update();
        names.add(List.of(member));
    }

    public Optional<Enrolled> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(SealedRow::new).optional().map(this::open);
    }

    /** Those of the members that exist, by number. */
    public Map<Long, Enrolled> findAll(Collection<Long> ids) {
        List<SealedRow> rows =
                jdbc.sql(COLUMNS + "where id = any (:ids)")
                        .param("ids", ids.toArray(Long[]::new))
                        .query(SealedRow::new)
                        .list();
        return opened(rows).stream().collect(Collectors.toMap(Enrolled::id, Function.identity()));
    }

    /** Those registered after {@code after}, oldest first. */
    public List<Enrolled> after(long after, int limit) {
        return opened(
                jdbc.sql(COLUMNS + "where id > :after order by id limit :limit")
                        .param("after", after)
                        .param("limit", limit)
                        .query(SealedRow::new)
                        .list());
    }

    /** How many have a number up to this one. */
    public long countThrough(long last) {
        return jdbc.sql("select count(*) from membership.member where id <= :last")
                .param("last", last)
                .query(Long.class)
                .single();
    }

    private List<Enrolled> opened(List<SealedRow> rows) {
        vault.load(rows.stream().map(row -> row.id).toList());
        return rows.stream().map(this::open).toList();
    }

    /** Which of the numbers are members. */
    public Set<Long> existing(Collection<Long> ids) {
        return Set.copyOf(
                jdbc.sql("select id from membership.member where id = any (:ids)")
                        .param("ids", ids.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    /** Newest first, those registered before {@code before}. */
    public List<Enrolled> newest(long before, int limit) {
        return jdbc
                .sql(NEWEST)
                .param("before", before)
                .param("limit", limit)
                .query(SealedRow::new)
                .list()
                .stream()
                .map(this::open)
                .toList();
    }

    public Optional<Long> ownerOfPhone(String phone) {
        return jdbc.sql(OWNER_OF_PHONE)
                .param("index", vault.blindIndex(PHONE, phone))
                .query(Long.class)
                .optional();
    }

    public Optional<Long> ownerOfDocument(Document document) {
        return jdbc.sql(OWNER_OF_DOCUMENT)
                .param("index", documentIndex(document))
                .query(Long.class)
                .optional();
    }

    /** Makes changes of one member follow one another; false when there is no such member. */
    public boolean lock(long id) {
        return jdbc.sql(LOCK).param("id", id).query(Long.class).optional().isPresent();
    }

    byte[] documentIndex(Document document) {
        return vault.blindIndex(DOCUMENT, document.type() + ":" + document.number());
    }

    private boolean claim(String sql, byte[] index, long memberId) {
        return jdbc.sql(sql).param("index", index).param("member", memberId).update() == 1;
    }

    private Enrolled open(SealedRow row) {
        return new Enrolled(
                row.id,
                new Person(
                        vault.open(row.id, row.name),
                        new Document(row.documentType, vault.open(row.id, row.document)),
                        row.birthDate),
                vault.open(row.id, row.phone),
                row.gender,
                row.cityCode,
                row.channel,
                row.joinedAt.toInstant());
    }

    /** Opened only after the connection is free again: opening may need one for the key. */
    private static final class SealedRow {
        final long id;
        final byte[] name;
        final byte[] phone;
        final String documentType;
        final byte[] document;
        final LocalDate birthDate;
        final String gender;
        final String cityCode;
        final String channel;
        final OffsetDateTime joinedAt;

        SealedRow(ResultSet row, int index) throws SQLException {
            id = row.getLong("id");
            name = row.getBytes("name_sealed");
            phone = row.getBytes("phone_sealed");
            documentType = row.getString("document_type");
            document = row.getBytes("document_sealed");
            birthDate = row.getObject("birth_date", LocalDate.class);
            gender = row.getString("gender");
            cityCode = row.getString("city_code");
            channel = row.getString("channel");
            joinedAt = row.getObject("joined_at", OffsetDateTime.class);
        }
    }
}
