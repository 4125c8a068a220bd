package dev.waystation.platform.members.benefits.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.model.EnterprisePack;
import dev.waystation.platform.members.benefits.model.EnterpriseSeat;
import dev.waystation.platform.members.benefits.model.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Packs of companies and who has a seat in them. */
@Repository
public class EnterprisePackStore {

    private static final String BUY =
            """
            insert into benefits.enterprise_pack
              (account_id, buyer, benefit, seats, quota, period, valid_from, valid_until, bought_at)
            values (:account, :buyer, :benefit, :seats, :quota, :period, :from, :until, :now)
            returning pack_id
            """;

    private static final String PACKS = "select * from benefits.enterprise_pack ";

    private static final String TAKE =
            """
            update benefits.enterprise_pack set assigned = assigned + 1
            where pack_id = :id and assigned < seats
            """;

    private static final String PUT_BACK =
            """
            update benefits.enterprise_pack set assigned = assigned - 1
            where pack_id = :id and assigned > 0
            """;

    // The pack's row is locked by the conditional update before it: seat numbers have no gaps.
    private static final String SEAT =
            """
            insert into benefits.enterprise_seat
              (pack_id, seat_no, member_id, reference, assigned_at, assigned_by)
            select :id, coalesce(max(seat_no), 0) + 1, :member, :reference, :now, :by
            from benefits.enterprise_seat where pack_id = :id
            on conflict (pack_id, member_id) where recalled_at is null do nothing
            """;

    private static final String SEATS =
            """
            select s.*,
                   (select count(*)
                    from benefits.entitlement e
                    join benefits.entitlement_use u
                      on u.member_id = e.member_id and u.entitlement_id = e.entitlement_id
                    where e.member_id = s.member_id and e.reference = s.reference) as uses
            from benefits.enterprise_seat s
            where s.pack_id = :id
            order by s.seat_no
            """;

    // Locks the entitlement, so that no gate lets somebody through while it is taken back.
    private static final String RECALL_ENTITLEMENT =
            """
            update benefits.entitlement e set recalled_at = :now
            where e.member_id = :member and e.reference = :reference and e.recalled_at is null
            returning e.entitlement_id
            """;

    private static final String USED =
            """
            select exists (select 1 from benefits.entitlement_use
                           where member_id = :member and entitlement_id = :entitlement)
            """;

    private static final String RECALL_SEAT =
            """
            update benefits.enterprise_seat set recalled_at = :now
            where pack_id = :id and seat_no = :seat and recalled_at is null
            """;

    private final JdbcClient jdbc;

    EnterprisePackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long buy(EnterprisePack pack, Instant now) {
        return jdbc.sql(BUY)
                .param("account", pack.accountId())
                .param("buyer", pack.buyer())
                .param("benefit", pack.benefit())
                .param("seats", pack.seats())
                .param("quota", pack.quota())
                .param("period", pack.period().name())
                .param("from", pack.from())
                .param("until", pack.until())
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    public List<EnterprisePack> all() {
        return jdbc.sql(PACKS + "order by pack_id desc").query(EnterprisePackStore::pack).list();
    }

    /** What can be bought, by code. */
    public Map<String, Said> benefits() {
        Map<String, Said> names = new TreeMap<>();
        jdbc.sql("select code, name_zh, name_en from benefits.benefit")
                .query(row -> {
                    names.put(
                            row.getString("code"),
                            new Said(row.getString("name_zh"), row.getString("name_en")));
                });
        return names;
    }

    public Optional<EnterprisePack> find(long id) {
        return jdbc.sql(PACKS + "where pack_id = :id")
                .param("id", id)
                .query(EnterprisePackStore::pack)
                .optional();
    }

    public boolean take(long id) {
        return jdbc.sql(TAKE).param("id", id).update() == 1;
    }

    public void putBack(long id) {
        jdbc.sql(PUT_BACK).param("id", id).update();
    }

    /** False when the person has a seat already. */
    public boolean seat(long id, long memberId, UUID reference, String by, Instant now) {
        return jdbc.sql(SEAT)
                        .param("id", id)
                        .param("member", memberId)
                        .param("reference", reference)
                        .param("by", by)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    public List<EnterpriseSeat> seats(long id) {
        return jdbc.sql(SEATS).param("id", id).query(EnterprisePackStore::seat).list();
    }

    /** Takes an entitlement back; its number, or nothing when it is gone already. */
    public Optional<Long> recallEntitlement(EnterpriseSeat seat, Instant now) {
        return jdbc.sql(RECALL_ENTITLEMENT)
                .param("member", seat.memberId())
                .param("reference", seat.reference())
                .param("now", utc(now))
                .query((row, index) -> row.getLong(1))
                .optional();
    }

    public boolean used(long memberId, long entitlement) {
        return jdbc.sql(USED)
                .param("member", memberId)
                .param("entitlement", entitlement)
                .query(Boolean.class)
                .single();
    }

    public void recallSeat(EnterpriseSeat seat, Instant now) {
        jdbc.sql(RECALL_SEAT)
                .param("id", seat.packId())
                .param("seat", seat.seatNo())
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static EnterprisePack pack(ResultSet row, int index) throws SQLException {
        return new EnterprisePack(
                row.getLong("pack_id"),
                row.getObject("account_id", Long.class),
                row.getString("buyer"),
                row.getString("benefit"),
                row.getInt("seats"),
                row.getInt("assigned"),
                row.getInt("quota"),
                Period.of(row.getString("period")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }

    private static EnterpriseSeat seat(ResultSet row, int index) throws SQLException {
        OffsetDateTime recalled = row.getObject("recalled_at", OffsetDateTime.class);
        return new EnterpriseSeat(
                row.getLong("pack_id"),
                row.getInt("seat_no"),
                row.getLong("member_id"),
                row.getObject("reference", UUID.class),
                row.getObject("assigned_at", OffsetDateTime.class).toInstant(),
                row.getString("assigned_by"),
                recalled == null ? null : recalled.toInstant(),
                row.getInt("uses"));
    }
}
