package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.model.HouseholdRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Families and who stayed in them; stays end, they are never deleted. */
@Component
public class HouseholdStore {

    private static final String FORM =
            """
            insert into membership.household (owner_id, formed_at) values (:owner, :now) returning id
            """;

    private static final String JOIN =
            """
            insert into membership.household_member
              (household_id, member_id, joined_at, role, guardian_id, monthly_limit, active_on)
            values (:household, :member, :now, :role, :guardian, :limit, :active)
            """;

    private static final String LOCK =
            """
            select h.id from membership.household h
            join membership.household_member m on m.household_id = h.id and m.left_at is null
            where m.member_id = :member and h.disbanded_at is null
            for update of h
            """;

    private static final String HEAD =
            """
            select h.id, h.owner_id, h.draw_order, h.owner_only, h.frozen_reason
            from membership.household h
            where h.disbanded_at is null and %s
            """;

    private static final String BY_MEMBER =
            HEAD.formatted(
                    """
                    h.id = (select household_id from membership.household_member
                            where member_id = :id and left_at is null)
                    """);

    private static final String BY_ID = HEAD.formatted("h.id = :id");

    private static final String KIN =
            """
            select member_id, role, guardian_id, share_percent, monthly_limit, active_on
            from membership.household_member
            where household_id = :id and left_at is null
            order by joined_at, member_id
            """;

    private static final String PAST =
            """
            select coalesce(bool_or(left_at is null), false) as in_some,
                   max(left_at) as left_at,
                   coalesce(bool_or(left_how = 'BANNED' and household_id = :household), false)
                     as banned
            from membership.household_member
            where member_id = :member
            """;

    private static final String SIZE =
            """
            update membership.household h
            set size = (select count(*) from membership.household_member m
                        where m.household_id = h.id and m.left_at is null)
            where id = :household
            """;

    private static final String END =
            """
            update membership.household_member set left_at = :now, left_how = :how
            where household_id = :household and member_id = any(:members) and left_at is null
            """;

    private static final String SET =
            """
            update membership.household_member
            set share_percent = :share, monthly_limit = :limit
            where household_id = :household and member_id = :member and left_at is null
            """;

    private final JdbcClient jdbc;

    HouseholdStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long form(long owner, Instant now) {
        return jdbc.sql(FORM)
                .param("owner", owner)
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    public void join(long household, Household.Kin kin, Instant now) {
        jdbc.sql(JOIN)
                .param("household", household)
                .param("member", kin.memberId())
                .param("now", utc(now))
                .param("role", kin.role().name())
                .param("guardian", kin.guardianId())
                .param("limit", kin.monthlyLimit())
                .param("active", kin.activeOn())
                .update();
        recount(household);
    }

    /** Locks the member's family until the end of the transaction, so that changes take turns. */
    public Optional<Household> locked(long memberId) {
        return jdbc.sql(LOCK)
                .param("member", memberId)
                .query(Long.class)
                .optional()
                .flatMap(this::byId);
    }

    /** Locks a family by its number. */
    public Optional<Household> lockedById(long household) {
        return jdbc.sql("select id from membership.household where id = :id for update")
                .param("id", household)
                .query(Long.class)
                .optional()
                .flatMap(this::byId);
    }

    public Optional<Household> ofMember(long memberId) {
        return read(BY_MEMBER, memberId);
    }

    public Optional<Household> byId(long household) {
        return read(BY_ID, household);
    }

    public HouseholdRules.Past past(long household, long memberId, ZoneId zone) {
        return jdbc.sql(PAST)
                .param("household", household)
                .param("member", memberId)
                .query((row, _) -> {
                    OffsetDateTime left = row.getObject("left_at", OffsetDateTime.class);
                    return new HouseholdRules.Past(
                            row.getBoolean("in_some"),
                            left == null ? null : left.atZoneSameInstant(zone).toLocalDate(),
                            row.getBoolean("banned"));
                })
                .single();
    }

    public void end(long household, List<Long> members, String how, Instant now) {
        jdbc.sql(END)
                .param("household", household)
                .param("members", members.toArray(Long[]::new))
                .param("how", how)
                .param("now", utc(now))
                .update();
        recount(household);
    }

    public void disband(long household, Instant now) {
        jdbc.sql("update membership.household set disbanded_at = :now where id = :id")
                .param("id", household)
                .param("now", utc(now))
                .update();
    }

    public void set(long household, long member, int share, @Nullable Long limit) {
        jdbc.sql(SET)
                .param("household", household)
                .param("member", member)
                .param("share", share)
                .param("limit", limit)
                .update();
    }

    public void rules(long household, Household.DrawOrder order, boolean ownerOnly) {
        jdbc.sql(
                        """
                        update membership.household set draw_order = :order, owner_only = :only
                        where id = :id
                        """)
                .param("id", household)
                .param("order", order.name())
                .param("only", ownerOnly)
                .update();
    }

    /** The old owner becomes an adult first: there is one owner at every instant. */
    public void handOver(long household, long from, long to) {
        role(household, from, Household.Role.ADULT);
        role(household, to, Household.Role.OWNER);
        jdbc.sql("update membership.household set owner_id = :to where id = :id")
                .param("id", household)
                .param("to", to)
                .update();
    }

    public void freeze(long household, @Nullable String reason, Instant now) {
        jdbc.sql(
                        """
                        update membership.household set frozen_reason = :reason, frozen_at = :at
                        where id = :id
                        """)
                .param("id", household)
                .param("reason", reason)
                .param("at", reason == null ? null : utc(now))
                .update();
    }

    private void role(long household, long member, Household.Role role) {
        jdbc.sql(
                        """
                        update membership.household_member set role = :role
                        where household_id = :household and member_id = :member and left_at is null
                        """)
                .param("household", household)
                .param("member", member)
                .param("role", role.name())
                .update();
    }

    private void recount(long household) {
        jdbc.sql(SIZE).param("household", household).update();
    }

    private Optional<Household> read(String sql, long id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, _) ->
                        new Household(
                                row.getLong("id"),
                                row.getLong("owner_id"),
                                Household.DrawOrder.valueOf(row.getString("draw_order")),
                                row.getBoolean("owner_only"),
                                row.getString("frozen_reason"),
                                kin(row.getLong("id"))))
                .optional();
    }

    private List<Household.Kin> kin(long household) {
        return jdbc.sql(KIN)
                .param("id", household)
                .query((row, _) ->
                        new Household.Kin(
                                row.getLong("member_id"),
                                Household.Role.valueOf(row.getString("role")),
                                row.getObject("guardian_id", Long.class),
                                row.getInt("share_percent"),
                                row.getObject("monthly_limit", Long.class),
                                row.getObject("active_on", LocalDate.class)))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
