package dev.waystation.platform.members.partners.store;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.partners.model.Contract.Direction;
import dev.waystation.platform.members.partners.model.Conversion;
import dev.waystation.platform.members.partners.model.ConversionCounts;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conversions; the account at the partner is sealed. */
@Component
public class ConversionStore {

    private static final String PURPOSE = "partner account";

    private static final String INSERT =
            """
            insert into partners.conversion
              (id, partner_id, direction, event_id, member_id, account, units, points, fee,
               contract, channel, state, occurred_at, asked_at, deadline)
            values (:id, :partner, :direction, :event, :member, :account, :units, :points, :fee,
                    :contract, :channel, :state, :occurred, :asked, :deadline)
            """;

    private static final String MOVE =
            """
            update partners.conversion
            set state = :to, code = :code, their_ref = coalesce(:theirRef, their_ref),
                settled_at = :settled
            where id = :id and state = :from
            """;

    private static final String READ = "select * from partners.conversion c where ";

    // What is issued and in no locked month has not been settled.
    private static final String UNSETTLED =
            """
            select coalesce(sum(c.points), 0)
            from partners.conversion c
            where c.partner_id = :partner and c.direction = 'IN' and c.state <> 'REFUSED'
              and not exists (
                select 1 from partners.period p
                where p.partner_id = c.partner_id and p.state = 'LOCKED'
                  and c.settled_at < (p.period + interval '1 month') at time zone :zone)
            """;

    private static final String COUNTS =
            """
            select count(*) filter (where direction = 'IN' and state = 'DONE') as came,
                   count(*) filter (where direction = 'OUT' and state = 'DONE') as went,
                   count(*) filter (where state = 'SUSPENSE') as suspense
            from partners.conversion where partner_id = :partner
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    ConversionStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A second copy of an event collides on {@code conversion_event_once}. */
    public void insert(Conversion fresh) {
        jdbc.sql(INSERT)
                .param("id", fresh.id())
                .param("partner", fresh.partnerId())
                .param("direction", fresh.direction().name())
                .param("event", fresh.eventId())
                .param("member", fresh.memberId())
                .param("account", sealed(fresh.account()))
                .param("units", fresh.units())
                .param("points", fresh.points())
                .param("fee", fresh.fee())
                .param("contract", fresh.contract())
                .param("channel", fresh.channel().name())
                .param("state", fresh.state().name())
                .param("occurred", utc(fresh.occurredAt()))
                .param("asked", utc(fresh.askedAt()))
                .param("deadline", utc(fresh.deadline()))
                .update();
    }

    public Optional<Conversion> find(UUID id) {
        return read("id = :key", id).stream().findFirst();
    }

    /** What waits for a partner or for us, the oldest first. */
    public List<Conversion> open(int limit) {
        return read("state in ('ASKED', 'SENT', 'TAKEN') order by asked_at limit :key", limit);
    }

    public List<Conversion> ofMember(long member) {
        return read("member_id = :key order by asked_at desc limit 50", member);
    }

    public List<Conversion> ofPartner(long partner, int limit) {
        return read("partner_id = :key order by asked_at desc, id limit " + limit, partner);
    }

    /** Those that have waited longest. */
    public List<Conversion> suspended(long partner, int limit) {
        return read(
                "partner_id = :key and state = 'SUSPENSE' order by asked_at, id limit " + limit,
                partner);
    }

    public ConversionCounts counts(long partner) {
        return jdbc.sql(COUNTS)
                .param("partner", partner)
                .query((row, _) ->
                        new ConversionCounts(
                                row.getLong("came"), row.getLong("went"), row.getLong("suspense")))
                .single();
    }

    public List<Conversion> settled(long partner, Instant from, Instant to) {
        return jdbc.sql(
                        READ
                                + "partner_id = :partner and state = 'DONE' and settled_at >= :from"
                                + " and settled_at < :to order by settled_at, event_id")
                .param("partner", partner)
                .param("from", utc(from))
                .param("to", utc(to))
                .query(this::conversion)
                .list();
    }

    /** False when it was not in that state: somebody else moved it on. */
    public boolean move(
            UUID id,
            Conversion.State from,
            Conversion.State to,
            @Nullable String code,
            @Nullable String theirRef,
            Instant now) {
        boolean end = to == Conversion.State.DONE || to == Conversion.State.REFUSED;
        return jdbc.sql(MOVE)
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("code", code)
                        .param("theirRef", theirRef)
                        .param("settled", end ? utc(now) : null)
                        .update()
                == 1;
    }

    public boolean assign(UUID id, long member) {
        return jdbc.sql(
                                """
                                update partners.conversion set member_id = :member, state = 'TAKEN'
                                where id = :id and state = 'SUSPENSE'
                                """)
                        .param("id", id)
                        .param("member", member)
                        .update()
                == 1;
    }

    public long unsettled(long partner, String zone) {
        return jdbc.sql(UNSETTLED)
                .param("partner", partner)
                .param("zone", zone)
                .query(Long.class)
                .single();
    }

    /** The first month in which something was settled. */
    public Optional<LocalDate> firstMonth(long partner, String zone) {
        return jdbc.sql(
                        """
                        select date_trunc('month', min(settled_at) at time zone :zone)::date
                        from partners.conversion where partner_id = :partner
                        """)
                .param("partner", partner)
                .param("zone", zone)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    private List<Conversion> read(String which, Object key) {
        return jdbc.sql(READ + which).param("key", key).query(this::conversion).list();
    }

    private Conversion conversion(ResultSet row, int index) throws SQLException {
        byte[] account = row.getBytes("account");
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new Conversion(
                row.getObject("id", UUID.class),
                row.getLong("partner_id"),
                Direction.valueOf(row.getString("direction")),
                row.getString("event_id"),
                row.getObject("member_id", Long.class),
                account == null ? null : opened(account),
                row.getLong("units"),
                row.getLong("points"),
                row.getLong("fee"),
                row.getInt("contract"),
                Conversion.Channel.valueOf(row.getString("channel")),
                Conversion.State.valueOf(row.getString("state")),
                row.getString("code"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("deadline", OffsetDateTime.class).toInstant(),
                settled == null ? null : settled.toInstant());
    }

    private byte @Nullable [] sealed(@Nullable String account) {
        return account == null
                ? null
                : vault.sealOwn(PURPOSE, account.getBytes(StandardCharsets.UTF_8));
    }

    private String opened(byte[] account) {
        return new String(vault.openOwn(PURPOSE, account), StandardCharsets.UTF_8);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
