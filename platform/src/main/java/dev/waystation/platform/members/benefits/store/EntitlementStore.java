package dev.waystation.platform.members.benefits.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.EntitlementGrant;
import dev.waystation.platform.members.benefits.EntitlementUse;
import dev.waystation.platform.members.benefits.model.Entitlement;
import dev.waystation.platform.members.benefits.model.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entitlements and their uses. */
@Repository
public class EntitlementStore {

    private static final String GRANT =
            """
            insert into benefits.entitlement
              (member_id, benefit, source, reference, quota, period, valid_from, valid_until,
               granted_at)
            values (:member, :benefit, :source, :reference, :quota, :period, :from, :until, :now)
            on conflict on constraint entitlement_once_per_reference do nothing
            """;

    private static final String RECALL =
            """
            update benefits.entitlement set recalled_at = :now
            where member_id = :member and source = :source and recalled_at is null
            """;

    private static final String COLUMNS =
            """
            select e.*, b.name_zh, b.name_en
            from benefits.entitlement e join benefits.benefit b on b.code = e.benefit
            where e.member_id = :member
            """;

    // Behind the lock uses of one entitlement take turns.
    private static final String LOCKED = COLUMNS + "and e.entitlement_id = :id for update of e";

    private static final String OF_MEMBER = COLUMNS + "order by e.valid_until, e.entitlement_id";

    private static final String USED =
            """
            select count(*) from benefits.entitlement_use
            where member_id = :member and entitlement_id = :id and period_key = :key
            """;

    // One turn of each entitlement.
    private static final String USED_OF_EACH =
            """
            select u.entitlement_id, count(*) as used
            from unnest(cast(:ids as bigint[]), cast(:keys as text[])) as turn (id, key)
            join benefits.entitlement_use u
              on u.member_id = :member and u.entitlement_id = turn.id and u.period_key = turn.key
            group by u.entitlement_id
            """;

    private static final String LAST =
            """
            select place, used_at, use_ref from benefits.entitlement_use
            where member_id = :member and entitlement_id = :id and period_key = :key
            order by nth desc limit 1
            """;

    private static final String TOLD =
            """
            select entitlement_id from benefits.entitlement_use
            where member_id = :member and use_ref = :ref
            """;

    private static final String USE =
            """
            insert into benefits.entitlement_use
              (member_id, entitlement_id, period_key, nth, use_ref, place, used_at, told_at)
            values (:member, :id, :key, :nth, :ref, :place, :used, :now)
            """;

    /** Where and when the turn was used. */
    public record LastUse(String place, Instant usedAt) {}

    private final JdbcClient jdbc;

    EntitlementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean grant(EntitlementGrant grant, Instant now) {
        return jdbc.sql(GRANT)
                        .param("member", grant.memberId())
                        .param("benefit", grant.benefit())
                        .param("source", grant.source())
                        .param("reference", grant.reference())
                        .param("quota", grant.quota())
                        .param("period", grant.period().name())
                        .param("from", grant.from())
                        .param("until", grant.until())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    public int recall(long memberId, String source, Instant now) {
        return jdbc.sql(RECALL)
                .param("member", memberId)
                .param("source", source)
                .param("now", utc(now))
                .update();
    }

    public Optional<Entitlement> locked(long memberId, long id) {
        return jdbc.sql(LOCKED)
                .param("member", memberId)
                .param("id", id)
                .query(EntitlementStore::entitlement)
                .optional();
    }

    public List<Entitlement> ofMember(long memberId) {
        return jdbc.sql(OF_MEMBER)
                .param("member", memberId)
                .query(EntitlementStore::entitlement)
                .list();
    }

    public int used(Entitlement of, String key) {
        return jdbc.sql(USED)
                .param("member", of.memberId())
                .param("id", of.id())
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    /**
     * How often a member's entitlements were used in the turn that a day belongs to, by
     * entitlement; those not used are missing.
     */
    public Map<Long, Integer> used(long memberId, List<Entitlement> of, LocalDate day) {
        Map<Long, Integer> used = new HashMap<>();
        jdbc.sql(USED_OF_EACH)
                .param("member", memberId)
                .param("ids", of.stream().map(Entitlement::id).toArray(Long[]::new))
                .param(
                        "keys",
                        of.stream().map(each -> each.period().key(day)).toArray(String[]::new))
                .query(row -> {
                    used.put(row.getLong("entitlement_id"), row.getInt("used"));
                });
        return used;
    }

    public Optional<LastUse> last(Entitlement of, String key) {
        return jdbc.sql(LAST)
                .param("member", of.memberId())
                .param("id", of.id())
                .param("key", key)
                .query((row, index) ->
                        new LastUse(
                                row.getString("place"),
                                row.getObject("used_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Whether a device has told this use before. */
    public boolean told(long memberId, UUID use) {
        return jdbc.sql(TOLD)
                .param("member", memberId)
                .param("ref", use)
                .query((row, index) -> row.getLong(1))
                .optional()
                .isPresent();
    }

    public void use(Entitlement of, String key, int nth, EntitlementUse use, Instant now) {
        jdbc.sql(USE)
                .param("member", of.memberId())
                .param("id", of.id())
                .param("key", key)
                .param("nth", nth)
                .param("ref", use.reference())
                .param("place", use.place())
                .param("used", utc(use.usedAt()))
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Entitlement entitlement(ResultSet row, int index) throws SQLException {
        return new Entitlement(
                row.getLong("member_id"),
                row.getLong("entitlement_id"),
                row.getString("benefit"),
                new Said(row.getString("name_zh"), row.getString("name_en")),
                row.getString("source"),
                row.getInt("quota"),
                Period.of(row.getString("period")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("recalled_at") != null);
    }
}
