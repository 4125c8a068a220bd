package dev.waystation.platform.selling.awards.store;

import dev.waystation.platform.selling.awards.model.AwardOffer;
import dev.waystation.platform.selling.awards.model.AwardTerms;
import dev.waystation.platform.selling.awards.model.Wave;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Offers of award seats. */
@Repository
public class OfferStore {

    private static final String MAKE =
            """
            insert into awards.offer (train_code, seat_class, from_station, to_station, first_date,
                last_date, points_per_yuan, member_limit, returns_minutes, waves, made_by, made_at)
            values (:train, :class, :from, :to, :first, :last, :points, :limit, :returns,
                :waves::jsonb, :by, :now)
            on conflict (train_code, seat_class, from_station, to_station) where open do nothing
            returning offer_id
            """;

    private static final String READ =
            """
            select * from awards.offer
            """;

    private static final String WITH_SEATS =
            """
            where exists (
                select from awards.seat s where s.offer_id = offer.offer_id and s.state = 'ASIDE')
            """;

    private static final String CLOSE =
            """
            update awards.offer set open = false where offer_id = :id and open
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OfferStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empty when another offer of the same trip is open. */
    public Optional<Long> make(AwardTerms terms, String by, Instant now) {
        return jdbc.sql(MAKE)
                .param("train", terms.trainCode())
                .param("class", terms.seatClass())
                .param("from", terms.fromStation())
                .param("to", terms.toStation())
                .param("first", terms.firstDate())
                .param("last", terms.lastDate())
                .param("points", terms.pointsPerYuan())
                .param("limit", terms.memberLimit())
                .param("returns", terms.returnsMinutes())
                .param("waves", json.writeValueAsString(terms.waves()))
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    public Optional<AwardOffer> find(long id) {
        return jdbc.sql(READ + "where offer_id = :id")
                .param("id", id)
                .query(this::offer)
                .optional();
    }

    public List<AwardOffer> open() {
        return jdbc.sql(READ + "where open order by offer_id").query(this::offer).list();
    }

    /** Offers, closed ones too, whose seats wait for somebody. */
    public List<AwardOffer> withSeats() {
        return jdbc.sql(READ + WITH_SEATS).query(this::offer).list();
    }

    public List<AwardOffer> openOn(String trainCode) {
        return jdbc.sql(READ + "where open and train_code = :train order by offer_id")
                .param("train", trainCode)
                .query(this::offer)
                .list();
    }

    /** Newest first, those before an id. */
    public List<AwardOffer> list(long before, int limit) {
        return jdbc.sql(READ + "where offer_id < :before order by offer_id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(this::offer)
                .list();
    }

    /** False when it was closed before. */
    public boolean close(long id) {
        return jdbc.sql(CLOSE).param("id", id).update() == 1;
    }

    private AwardOffer offer(ResultSet row, int index) throws SQLException {
        AwardTerms terms =
                new AwardTerms(
                        row.getString("train_code"),
                        row.getString("seat_class"),
                        row.getString("from_station"),
                        row.getString("to_station"),
                        row.getObject("first_date", LocalDate.class),
                        row.getObject("last_date", LocalDate.class),
                        row.getInt("points_per_yuan"),
                        row.getInt("member_limit"),
                        row.getInt("returns_minutes"),
                        List.of(json.readValue(row.getString("waves"), Wave[].class)));
        return new AwardOffer(
                row.getLong("offer_id"),
                terms,
                row.getBoolean("open"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
