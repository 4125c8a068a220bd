package dev.waystation.platform.engagement.outreach.store;

import dev.waystation.platform.engagement.outreach.model.StaffContacts;
import dev.waystation.platform.foundation.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Customers in WeCom, their ids sealed, and who of the staff knows them. */
@Repository
public class ContactRows {

    private static final String SEAL = "wecom customer";

    private static final String MEET =
            """
            insert into outreach.customer as c (account, customer, member_id, sealed, synced_at)
            values (:account, :customer, :member, :sealed, :now)
            on conflict on constraint customer_pk do update
            set member_id = coalesce(excluded.member_id, c.member_id),
                synced_at = excluded.synced_at
            """;

    private static final String KNOW =
            """
            insert into outreach.contact (account, customer, staff, since, synced_at, tags)
            values (:account, :customer, :staff, :since, :now, :tags)
            on conflict on constraint contact_pk do update
            set since = excluded.since, seen_before = contact.synced_at,
                synced_at = excluded.synced_at, tags = excluded.tags
            """;

    private static final String SENDER =
            """
            select c.customer, (select k.staff from outreach.contact k
                where k.account = c.account and k.customer = c.customer
                order by k.since desc, k.staff limit 1) as staff
            from outreach.customer c
            where c.account = :account and c.member_id = :member
            order by c.synced_at desc limit 1
            """;

    private static final String OF_MEMBERS =
            """
            select c.member_id, min(c.customer) as customer
            from outreach.customer c
            where c.account = :account and c.member_id = any(:members)
              and exists (select 1 from outreach.contact k
                          where k.account = c.account and k.customer = c.customer)
            group by c.member_id
            """;

    private static final String OF_STAFF =
            """
            select k.customer, c.member_id from outreach.contact k
            join outreach.customer c on c.account = k.account and c.customer = k.customer
            where k.account = :account and k.staff = :staff order by k.customer
            """;

    private static final String STAFF =
            """
            select staff, count(*) as customers from outreach.contact
            where account = :account group by staff order by staff
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    ContactRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Whom to reach, and by whom. */
    public record Sender(String customer, String staff) {}

    /** A customer of somebody; the member once known. */
    public record Known(String customer, @Nullable Long memberId) {}

    /** Under which name a customer is kept. */
    public String digest(String account, String externalUserid) {
        return HexFormat.of()
                .formatHex(vault.blindIndex("wecom customer " + account, externalUserid));
    }

    public void meet(String account, String externalUserid, @Nullable Long memberId, Instant now) {
        jdbc.sql(MEET)
                .param("account", account)
                .param("customer", digest(account, externalUserid))
                .param("member", memberId, java.sql.Types.BIGINT)
                .param(
                        "sealed",
                        vault.sealOwn(SEAL, externalUserid.getBytes(StandardCharsets.UTF_8)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void know(
            String account,
            String externalUserid,
            String staff,
            Instant since,
            List<String> tags,
            Instant now) {
        jdbc.sql(KNOW)
                .param("account", account)
                .param("customer", digest(account, externalUserid))
                .param("staff", staff)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("tags", tags.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What the reconcile that began then did not see is no more; answers how many. */
    public int forgetBefore(String account, Instant began) {
        var since = began.atOffset(ZoneOffset.UTC);
        int gone =
                jdbc.sql("delete from outreach.contact where account = :a and synced_at < :since")
                        .param("a", account)
                        .param("since", since)
                        .update();
        jdbc.sql("delete from outreach.customer where account = :a and synced_at < :since")
                .param("a", account)
                .param("since", since)
                .update();
        return gone;
    }

    /** The newest acquaintance of a member. */
    public Optional<Sender> sender(String account, long memberId) {
        return jdbc.sql(SENDER)
                .param("account", account)
                .param("member", memberId)
                .query((row, _) -> {
                    String staff = row.getString("staff");
                    return staff == null
                            ? Optional.<Sender>empty()
                            : Optional.of(new Sender(row.getString("customer"), staff));
                })
                .optional()
                .flatMap(found -> found);
    }

    /** Those of the members whom somebody knows. */
    public Map<Long, String> customers(String account, Collection<Long> members) {
        Map<Long, String> found = new HashMap<>();
        jdbc.sql(OF_MEMBERS)
                .param("account", account)
                .param("members", members.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("member_id"), row.getString("customer"));
                });
        return found;
    }

    public List<Known> ofStaff(String account, String staff) {
        return jdbc.sql(OF_STAFF)
                .param("account", account)
                .param("staff", staff)
                .query((row, _) ->
                        new Known(
                                row.getString("customer"), row.getObject("member_id", Long.class)))
                .list();
    }

    public List<StaffContacts> staff(String account) {
        return jdbc.sql(STAFF)
                .param("account", account)
                .query((row, _) ->
                        new StaffContacts(row.getString("staff"), row.getLong("customers")))
                .list();
    }

    /** The external userids of these customers, to call WeCom with. */
    public List<String> plain(String account, Set<String> customers) {
        return jdbc.sql(
                        """
                        select sealed from outreach.customer
                        where account = :account and customer = any(cast(:customers as text[]))
                        order by customer
                        """)
                .param("account", account)
                .param("customers", customers.toArray(String[]::new))
                .query((row, _) ->
                        new String(
                                vault.openOwn(SEAL, row.getBytes("sealed")),
                                StandardCharsets.UTF_8))
                .list();
    }
}
