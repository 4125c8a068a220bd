package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.model.Enrolled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes many members at once, each table in one statement. */
@Component
public class BulkMembers {

    private static final String NUMBERS =
            """
            select nextval('membership.member_number')
            from generate_series(1, :count)
            """;

    private static final String INSERT =
            """
            with given as materialized (
              select *
              from unnest(
                :ids, :names, :phones, :phoneIndexes, :types, :documents, :documentIndexes,
                :birthDates::date[], :genders, :cities, :channels, :joined::timestamptz[])
                as g (id, name, phone, phone_index, document_type, document, document_index,
                      birth_date, gender, city, channel, joined_at)
            ),
            phone as (
              insert into membership.phone_owner (phone_index, member_id)
              select phone_index, id from given
            ),
            document as (
              insert into membership.document_owner (document_index, member_id)
              select document_index, id from given
            ),
            traveller as (
              insert into membership.traveller
                (member_id, self, name_sealed, document_type, document_sealed, document_index,
                 birth_date, added_at)
              select id, true, name, document_type, document, document_index,
                     birth_date, joined_at
              from given
              order by id
            )
            insert into membership.member
              (id, name_sealed, phone_sealed, phone_index, document_type, document_sealed,
               document_index, birth_date, gender, city_code, channel, joined_at)
            select id, name, phone, phone_index, document_type, document,
                   document_index, birth_date, gender, city, channel, joined_at
            from given
            """;

    private static final String VERIFY =
            """
            insert into membership.verified_group
              (member_id, traveller_id, group_name, valid_until, verified_at, evidence)
            select t.member_id, t.id, 'student', :until, t.added_at, 'demo world'
            from membership.traveller t
            where t.self and t.member_id = any (:members)
            """;

    private static final String CONSENT =
            """
            insert into membership.consent_change
              (member_id, channel, purpose, sequence, granted, source, changed_at)
            select m.id, :channel, :purpose, 1, true, :source, m.joined_at
            from membership.member m
            where m.id = any (:members)
            """;

    private static final String MAIL =
            """
            insert into membership.mail_address (member_id, sealed, given_at)
            select g.id, g.sealed, :at from unnest(:members, :sealed) as g (id, sealed)
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final MemberStore members;
    private final NameIndex names;

    BulkMembers(JdbcClient jdbc, Vault vault, MemberStore members, NameIndex names) {
        this.names = names;
        this.jdbc = jdbc;
        this.vault = vault;
        this.members = members;
    }

    /** Fresh member numbers. */
    public List<Long> numbers(int count) {
        return jdbc.sql(NUMBERS).param("count", count).query((row, index) -> row.getLong(1)).list();
    }

    public void insert(List<Enrolled> people) {
        int count = people.size();
        Long[] ids = people.stream().map(Enrolled::id).toArray(Long[]::new);
        vault.prepare(List.of(ids));
        byte[][] names = new byte[count][];
        byte[][] phones = new byte[count][];
        byte[][] phoneIndexes = new byte[count][];
        byte[][] documents = new byte[count][];
        byte[][] documentIndexes = new byte[count][];
        for (int i = 0; i < count; i++) {
            Enrolled each = people.get(i);
            Document document = each.person().document();
            names[i] = vault.seal(each.id(), each.person().name());
            phones[i] = vault.seal(each.id(), each.phone());
            phoneIndexes[i] = vault.blindIndex(MemberStore.PHONE, each.phone());
            documents[i] = vault.seal(each.id(), document.number());
            documentIndexes[i] = members.documentIndex(document);
        }
        jdbc.sql(INSERT)
                .params(
                        Map.ofEntries(
                                Map.entry("ids", ids),
                                Map.entry("names", names),
                                Map.entry("phones", phones),
                                Map.entry("phoneIndexes", phoneIndexes),
                                Map.entry(
                                        "types", texts(people, e -> e.person().document().type())),
                                Map.entry("documents", documents),
                                Map.entry("documentIndexes", documentIndexes),
                                Map.entry("birthDates", texts(people, e -> e.person().birthDate())),
                                Map.entry("genders", texts(people, Enrolled::gender)),
                                Map.entry("cities", texts(people, Enrolled::cityCode)),
                                Map.entry("channels", texts(people, Enrolled::channel)),
                                Map.entry(
                                        "joined",
                                        texts(people, e -> e.joinedAt().atOffset(ZoneOffset.UTC)))))
                .update();
        this.names.add(people);
    }

    public void verifyStudents(List<Long> memberIds, LocalDate until) {
        jdbc.sql(VERIFY)
                .param("members", memberIds.toArray(Long[]::new))
                .param("until", until)
                .update();
    }

    /** A first yes of each, as old as the membership. */
    public void consent(List<Long> memberIds, String channel, String purpose, String source) {
        jdbc.sql(CONSENT)
                .param("members", memberIds.toArray(Long[]::new))
                .param("channel", channel)
                .param("purpose", purpose)
                .param("source", source)
                .update();
    }

    /** A mail address of each, at a domain that belongs to nobody. */
    public void mail(List<Long> memberIds, Instant at) {
        byte[][] sealed =
                memberIds.stream()
                        .map(id -> vault.seal(id, "member-" + id + "@example.com"))
                        .toArray(byte[][]::new);
        jdbc.sql(MAIL)
                .param("members", memberIds.toArray(Long[]::new))
                .param("sealed", sealed)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] texts(
            List<Enrolled> people, java.util.function.Function<Enrolled, Object> field) {
        return people.stream().map(each -> field.apply(each).toString()).toArray(String[]::new);
    }
}
