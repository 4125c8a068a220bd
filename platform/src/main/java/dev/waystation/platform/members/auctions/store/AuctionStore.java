package dev.waystation.platform.members.auctions.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.auctions.model.Auction;
import dev.waystation.platform.members.auctions.model.Bid;
import dev.waystation.platform.members.auctions.model.BidStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Auctions and the history of their bids. */
@Repository
public class AuctionStore {

    private static final String ADD =
            """
            insert into auctions.auction
              (name_zh, name_en, benefit, quota, valid_days, units, runners, least_bid, step,
               most_bid, opens_at, closes_at, window_seconds, extend_seconds, max_extensions,
               fallback_hours, state, price)
            values (:zh, :en, :benefit, :quota, :days, :units, :runners, :least, :step, :most,
                    :opens, :closes, :window, :extend, :extensions, :fallback, 'OPEN', :least)
            returning auction_id
            """;

    private static final String FIND = "select * from auctions.auction where auction_id = :id";

    private static final String LIST =
            """
            select * from auctions.auction
            order by (state in ('OPEN', 'CLOSING')) desc, closes_at desc limit 100
            """;

    private static final String DUE =
            """
            select auction_id from auctions.auction
            where (state = 'OPEN' and closes_at <= :now)
               or (state = 'CLOSING' and closes_at + fallback_hours * interval '1 hour' <= :now)
               or (state = 'CLOSING' and exists
                     (select 1 from auctions.bid b
                      where b.auction_id = auction.auction_id and b.state = 'WINNING'))
            order by closes_at, auction_id
            """;

    private static final String BID =
            """
            update auctions.auction
            set last_sequence = :sequence, price = :price, closes_at = :closes,
                extensions = :extensions
            where auction_id = :id
            """;

    private static final String STEP =
            """
            insert into auctions.bid_step
              (auction_id, sequence, member_id, most, price, is_leading, extended, at)
            values (:id, :sequence, :member, :most, :price, :leading, :extended, :at)
            """;

    private static final String STEPS =
            """
            select * from auctions.bid_step where auction_id = :id
            order by sequence desc limit 200
            """;

    private final JdbcClient jdbc;

    AuctionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long add(Auction auction) {
        return jdbc.sql(ADD)
                .param("zh", auction.name().zh())
                .param("en", auction.name().en())
                .param("benefit", auction.prize().benefit())
                .param("quota", auction.prize().quota())
                .param("days", auction.prize().validDays())
                .param("units", auction.units())
                .param("runners", auction.runners())
                .param("least", auction.bounds().least())
                .param("step", auction.bounds().step())
                .param("most", auction.bounds().most())
                .param("opens", utc(auction.clocking().opens()))
                .param("closes", utc(auction.clocking().closes()))
                .param("window", auction.clocking().window().toSeconds())
                .param("extend", auction.clocking().extendBy().toSeconds())
                .param("extensions", auction.clocking().maxExtensions())
                .param("fallback", auction.clocking().fallbackHours())
                .query(Long.class)
                .single();
    }

    public List<Auction> all() {
        return jdbc.sql(LIST).query(AuctionStore::auction).list();
    }

    public Optional<Auction> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(AuctionStore::auction).optional();
    }

    /** Bids of one auction take turns behind its row. */
    public Optional<Auction> locked(long id) {
        return jdbc.sql(FIND + " for update")
                .param("id", id)
                .query(AuctionStore::auction)
                .optional();
    }

    /** Those with something to close, pay or free. */
    public List<Long> due(Instant now) {
        return jdbc.sql(DUE).param("now", utc(now)).query((row, index) -> row.getLong(1)).list();
    }

    public void bid(long id, Bid bid, long price, Auction.Clocking clocking) {
        jdbc.sql(BID)
                .param("id", id)
                .param("sequence", bid.sequence())
                .param("price", price)
                .param("closes", utc(clocking.closes()))
                .param("extensions", clocking.extensions())
                .update();
    }

    public void move(long id, Auction.State to) {
        jdbc.sql("update auctions.auction set state = :to where auction_id = :id")
                .param("id", id)
                .param("to", to.name())
                .update();
    }

    public void step(long id, BidStep step) {
        jdbc.sql(STEP)
                .param("id", id)
                .param("sequence", step.sequence())
                .param("member", step.memberId())
                .param("most", step.most())
                .param("price", step.price())
                .param("leading", step.leading())
                .param("extended", step.extended())
                .param("at", utc(step.at()))
                .update();
    }

    /** Newest first. */
    public List<BidStep> steps(long id) {
        return jdbc.sql(STEPS)
                .param("id", id)
                .query((row, index) ->
                        new BidStep(
                                row.getLong("sequence"),
                                row.getLong("member_id"),
                                row.getLong("most"),
                                row.getLong("price"),
                                row.getBoolean("is_leading"),
                                row.getBoolean("extended"),
                                instant(row, "at")))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Auction auction(ResultSet row, int index) throws SQLException {
        return new Auction(
                row.getLong("auction_id"),
                new Said(row.getString("name_zh"), row.getString("name_en")),
                new Auction.Prize(
                        row.getString("benefit"), row.getInt("quota"), row.getInt("valid_days")),
                row.getInt("units"),
                row.getInt("runners"),
                new Auction.Bounds(
                        row.getLong("least_bid"), row.getLong("step"), row.getLong("most_bid")),
                new Auction.Clocking(
                        instant(row, "opens_at"),
                        instant(row, "closes_at"),
                        Duration.ofSeconds(row.getInt("window_seconds")),
                        Duration.ofSeconds(row.getInt("extend_seconds")),
                        row.getInt("extensions"),
                        row.getInt("max_extensions"),
                        row.getInt("fallback_hours")),
                Auction.State.valueOf(row.getString("state")),
                row.getLong("last_sequence"),
                row.getLong("price"));
    }
}
