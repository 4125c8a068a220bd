package dev.waystation.platform.members.games.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.games.model.Draw;
import dev.waystation.platform.members.games.model.Prize;
import dev.waystation.platform.members.games.model.Spin;
import dev.waystation.platform.members.games.model.Wheel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Draws, prizes and spins. */
@Repository
public class DrawStore {

    private static final String ADD =
            """
            insert into games.draw
              (name_zh, name_en, cost_points, per_day, opens_at, closes_at, commitment, sealed_seed)
            values (:zh, :en, :cost, :day, :opens, :closes, :commitment, :seed)
            returning draw_id
            """;

    private static final String ADD_PRIZE =
            """
            insert into games.prize
              (draw_id, nth, name_zh, name_en, weight, points, benefit, valid_days, stock,
               stock_left)
            values (:draw, :nth, :zh, :en, :weight, :points, :benefit, :days, :stock, :stock)
            """;

    private static final String FIND = "select * from games.draw where draw_id = :id";

    private static final String TAKE =
            """
            update games.prize set stock_left = stock_left - 1
            where draw_id = :draw and nth = :nth and (stock is null or stock_left > 0)
            """;

    private static final String NEXT =
            """
            update games.draw set last_sequence = last_sequence + 1 where draw_id = :id
            returning last_sequence
            """;

    private static final String SPIN =
            """
            insert into games.spin
              (draw_id, sequence, member_id, spin_ref, roll, rolled, given, at)
            values (:draw, :sequence, :member, :ref, :roll, :rolled, :given, :at)
            """;

    private static final String SINCE =
            """
            select count(*) from games.spin
            where draw_id = :draw and member_id = :member and at >= :since
            """;

    private final JdbcClient jdbc;

    DrawStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long add(Draw draw, byte[] sealedSeed) {
        long id =
                jdbc.sql(ADD)
                        .param("zh", draw.name().zh())
                        .param("en", draw.name().en())
                        .param("cost", draw.costPoints())
                        .param("day", draw.perDay())
                        .param("opens", utc(draw.opens()))
                        .param("closes", utc(draw.closes()))
                        .param("commitment", draw.commitment())
                        .param("seed", sealedSeed)
                        .query(Long.class)
                        .single();
        for (Prize prize : draw.wheel().prizes()) {
            jdbc.sql(ADD_PRIZE)
                    .param("draw", id)
                    .param("nth", prize.nth())
                    .param("zh", prize.name().zh())
                    .param("en", prize.name().en())
                    .param("weight", prize.weight())
                    .param("points", prize.points())
                    .param("benefit", prize.benefit())
                    .param("days", prize.validDays())
                    .param("stock", prize.stock())
                    .update();
        }
        return id;
    }

    public List<Draw> all() {
        return jdbc.sql("select * from games.draw order by closes_at desc limit 50")
                .query(this::draw)
                .list();
    }

    public Optional<Draw> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(this::draw).optional();
    }

    /** Spins of one draw take turns behind its row. */
    public Optional<Draw> locked(long id) {
        return jdbc.sql(FIND + " for update").param("id", id).query(this::draw).optional();
    }

    public byte[] sealedSeed(long id) {
        return jdbc.sql("select sealed_seed from games.draw where draw_id = :id")
                .param("id", id)
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    public void close(long id, Instant at) {
        jdbc.sql("update games.draw set closed_at = :at where draw_id = :id")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    /** False when the prize has run out. */
    public boolean take(long draw, int nth) {
        return jdbc.sql(TAKE).param("draw", draw).param("nth", nth).update() == 1;
    }

    public long next(long draw) {
        return jdbc.sql(NEXT).param("id", draw).query((row, index) -> row.getLong(1)).single();
    }

    public void spin(long draw, Spin spin) {
        jdbc.sql(SPIN)
                .param("draw", draw)
                .param("sequence", spin.sequence())
                .param("member", spin.memberId())
                .param("ref", spin.reference())
                .param("roll", spin.roll())
                .param("rolled", spin.rolled())
                .param("given", spin.given())
                .param("at", utc(spin.at()))
                .update();
    }

    public int since(long draw, long member, Instant since) {
        return jdbc.sql(SINCE)
                .param("draw", draw)
                .param("member", member)
                .param("since", utc(since))
                .query((row, index) -> row.getInt(1))
                .single();
    }

    public Optional<Spin> spin(long draw, UUID reference) {
        return jdbc.sql("select * from games.spin where draw_id = :draw and spin_ref = :ref")
                .param("draw", draw)
                .param("ref", reference)
                .query(DrawStore::spin)
                .optional();
    }

    /** In their order; of one member when {@code member} is given. */
    public List<Spin> spins(long draw, @Nullable Long member, long after, int limit) {
        return jdbc.sql(
                        """
                        select * from games.spin
                        where draw_id = :draw and sequence > :after
                          and (:member::bigint is null or member_id = :member)
                        order by sequence limit :limit
                        """)
                .param("draw", draw)
                .param("member", member)
                .param("after", after)
                .param("limit", limit)
                .query(DrawStore::spin)
                .list();
    }

    private List<Prize> prizes(long draw) {
        return jdbc.sql("select * from games.prize where draw_id = :draw order by nth")
                .param("draw", draw)
                .query((row, index) ->
                        new Prize(
                                row.getInt("nth"),
                                new Said(row.getString("name_zh"), row.getString("name_en")),
                                row.getInt("weight"),
                                row.getLong("points"),
                                row.getString("benefit"),
                                row.getInt("valid_days"),
                                row.getObject("stock", Long.class),
                                row.getObject("stock_left", Long.class)))
                .list();
    }

    private Draw draw(ResultSet row, int index) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Draw(
                row.getLong("draw_id"),
                new Said(row.getString("name_zh"), row.getString("name_en")),
                row.getLong("cost_points"),
                row.getInt("per_day"),
                row.getObject("opens_at", OffsetDateTime.class).toInstant(),
                row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                row.getString("commitment"),
                new Wheel(prizes(row.getLong("draw_id"))),
                row.getLong("last_sequence"),
                closed == null ? null : closed.toInstant());
    }

    private static Spin spin(ResultSet row, int index) throws SQLException {
        return new Spin(
                row.getLong("sequence"),
                row.getLong("member_id"),
                row.getObject("spin_ref", UUID.class),
                row.getLong("roll"),
                row.getInt("rolled"),
                row.getInt("given"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
