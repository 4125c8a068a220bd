package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.model.Enrolled;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds, changes and removes many members, each table in one statement. */
@Component
public class IntakeMembers {

    private static final String PHONE_OWNERS =
            "select phone_index, member_id from membership.phone_owner where phone_index = any (:i)";

    private static final String DOCUMENT_OWNERS =
            """
            select document_index, member_id from membership.document_owner
            where document_index = any (:i)
            """;

    private static final String CHANGE =
            """
            with given as materialized (
              select * from unnest(:ids, :names, :phones, :phoneIndexes, :genders, :cities)
                as g (id, name, phone, phone_index, gender, city)
            ),
            self as (
              update membership.traveller t set name_sealed = g.name
              from given g where t.member_id = g.id and t.self
            )
            update membership.member m
            set name_sealed = g.name, phone_sealed = g.phone, phone_index = g.phone_index,
                gender = g.gender, city_code = g.city
            from given g where m.id = g.id
            """;

    private static final String FREE_PHONES =
            "delete from membership.phone_owner where phone_index = any (:i)";

    private static final String TAKE_PHONES =
            """
            insert into membership.phone_owner (phone_index, member_id)
            select * from unnest(:i, :ids)
            """;

    private static final String MARKETING =
            """
            select distinct on (member_id) member_id, granted
            from membership.consent_change
            where member_id = any (:ids) and channel = 'sms' and purpose = 'marketing'
            order by member_id, sequence desc
            """;

    private static final List<String> REMOVE =
            List.of(
                    """
                    delete from membership.phone_owner p using membership.member m
                    where m.id = any (:ids) and p.phone_index = m.phone_index and p.member_id = m.id
                    """,
                    """
                    delete from membership.document_owner d using membership.member m
                    where m.id = any (:ids) and d.document_index = m.document_index
                      and d.member_id = m.id
                    """,
                    "delete from membership.verified_group where member_id = any (:ids)",
                    "delete from membership.student_record where member_id = any (:ids)",
                    "delete from membership.name_key where member_id = any (:ids)",
                    "delete from membership.traveller where member_id = any (:ids)",
                    "delete from membership.member where id = any (:ids)");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final MemberStore members;
    private final NameIndex names;

    IntakeMembers(JdbcClient jdbc, Vault vault, MemberStore members, NameIndex names) {
        this.names = names;
        this.jdbc = jdbc;
        this.vault = vault;
        this.members = members;
    }

    /** Whose phones these are; phones of nobody are left out. */
    public Map<String, Long> phoneOwners(Collection<String> phones) {
        return owners(PHONE_OWNERS, phones, each -> vault.blindIndex(MemberStore.PHONE, each));
    }

    /** Whose documents these are; documents of nobody are left out. */
    public Map<Document, Long> documentOwners(Collection<Document> documents) {
        return owners(DOCUMENT_OWNERS, documents, members::documentIndex);
    }

    /** Gives members another name, phone, gender or city. */
    public void change(List<Enrolled> before, List<Enrolled> after) {
        jdbc.sql(FREE_PHONES).param("i", phones(before)).update();
        Long[] ids = after.stream().map(Enrolled::id).toArray(Long[]::new);
        jdbc.sql(TAKE_PHONES).param("i", phones(after)).param("ids", ids).update();
        jdbc.sql(CHANGE)
                .param("ids", ids)
                .param("names", bytes(after, each -> vault.seal(each.id(), each.person().name())))
                .param("phones", bytes(after, each -> vault.seal(each.id(), each.phone())))
                .param("phoneIndexes", phones(after))
                .param("genders", texts(after, Enrolled::gender))
                .param("cities", texts(after, Enrolled::cityCode))
                .update();
        names.forget(List.of(ids));
        names.add(after);
    }

    /** What members said last about marketing by text message; those never asked are left out. */
    public Map<Long, Boolean> smsMarketing(Collection<Long> ids) {
        Map<Long, Boolean> said = new HashMap<>();
        jdbc.sql(MARKETING)
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    said.put(row.getLong("member_id"), row.getBoolean("granted"));
                });
        return said;
    }

    /** Removes the members and makes whatever was sealed for them unreadable. */
    public void remove(Collection<Long> ids) {
        for (String sql : REMOVE) {
            jdbc.sql(sql).param("ids", ids.toArray(Long[]::new)).update();
        }
        vault.erase(ids);
    }

    private <T> Map<T, Long> owners(String sql, Collection<T> things, Function<T, byte[]> index) {
        Map<String, T> byIndex = new HashMap<>();
        things.forEach(each -> byIndex.put(HexFormat.of().formatHex(index.apply(each)), each));
        byte[][] indexes =
                byIndex.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
        Map<T, Long> owners = new HashMap<>();
        jdbc.sql(sql)
                .param("i", indexes)
                .query(row -> {
                    T thing = byIndex.get(HexFormat.of().formatHex(row.getBytes(1)));
                    if (thing != null) {
                        owners.put(thing, row.getLong(2));
                    }
                });
        return owners;
    }

    private byte[][] phones(List<Enrolled> members) {
        return bytes(members, each -> vault.blindIndex(MemberStore.PHONE, each.phone()));
    }

    private static byte[][] bytes(List<Enrolled> members, Function<Enrolled, byte[]> field) {
        return members.stream().map(field).toArray(byte[][]::new);
    }

    private static String[] texts(List<Enrolled> members, Function<Enrolled, String> field) {
        return members.stream().map(field).toArray(String[]::new);
    }
}
