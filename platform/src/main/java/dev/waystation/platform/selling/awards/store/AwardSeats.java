package dev.waystation.platform.selling.awards.store;

import dev.waystation.platform.selling.awards.AwardWish;
import dev.waystation.platform.selling.awards.model.AwardCounts;
import dev.waystation.platform.selling.awards.model.AwardOffer;
import dev.waystation.platform.selling.awards.model.OfferedTrip;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.SeatLabel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The seats of the waves: set aside, taken by an order, or returned to general sale. */
@Repository
public class AwardSeats {

    private static final String SET_ASIDE =
            """
            insert into awards.seat (offer_id, run_id, wave, seat_no, wave_size, hold_ref, car, seat,
                state, set_aside_at)
            values (:offer, :run, :wave, :no, :size, :hold, :car, :seat, 'ASIDE', :now)
            on conflict on constraint seat_pk do nothing
            """;

    private static final String FILLED =
            """
            select run_id, wave, seat_no from awards.seat
            where offer_id = :offer and run_id = any(:runs)
            """;

    /** Whoever asks at the same time gets another seat, or none: nobody waits for a buyer. */
    private static final String TAKE =
            """
            update awards.seat set state = 'TAKEN', order_ref = :order, member_id = :member
            where hold_ref = (
                select hold_ref from awards.seat
                where offer_id = :offer and run_id = :run and state = 'ASIDE'
                order by wave, seat_no limit 1 for update skip locked)
            returning hold_ref, car, seat
            """;

    private static final String OF_ORDER =
            """
            select hold_ref, car, seat from awards.seat where order_ref = :order
            """;

    private static final String ONE_MORE =
            """
            insert into awards.taking as t (member_id, offer_id, run_id, taken, at_most)
            values (:member, :offer, :run, 1, :most)
            on conflict on constraint taking_pk do update
            set taken = t.taken + 1, at_most = excluded.at_most where t.taken < excluded.at_most
            """;

    private static final String GIVE_UP =
            """
            with freed as (
                update awards.seat set state = 'RETURNED'
                where order_ref = :order and state = 'TAKEN'
                returning offer_id, run_id, member_id)
            update awards.taking t set taken = t.taken - 1
            from freed f
            where t.member_id = f.member_id and t.offer_id = f.offer_id and t.run_id = f.run_id
            """;

    private static final String RETURN =
            """
            update awards.seat set state = 'RETURNED'
            where offer_id = :offer and run_id = any(:runs) and state = 'ASIDE'
            returning hold_ref
            """;

    private static final String ASIDE_RUNS =
            """
            select distinct run_id from awards.seat where offer_id = :offer and state = 'ASIDE'
            """;

    private static final String COUNT =
            """
            select offer_id, run_id,
                count(*) filter (where state = 'ASIDE') as aside,
                count(*) filter (where state = 'TAKEN') as taken,
                count(*) filter (where state = 'RETURNED') as returned
            from awards.seat where offer_id = any(:offers) and run_id = any(:runs)
            group by offer_id, run_id
            """;

    /** A place of a wave on one run. */
    public record Place(RunId run, int wave, int no) {}

    /** An offer on one run. */
    public record Key(long offerId, RunId run) {

        public static Key of(OfferedTrip trip) {
            return new Key(trip.offer().id(), trip.run().id());
        }
    }

    /** A seat in an order's hands. */
    public record Found(UUID holdRef, SeatLabel seat) {}

    private final JdbcClient jdbc;

    AwardSeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void setAside(
            AwardOffer offer, RunId run, int wave, int no, UUID hold, SeatLabel seat, Instant now) {
        jdbc.sql(SET_ASIDE)
                .param("offer", offer.id())
                .param("run", run.value())
                .param("wave", wave)
                .param("no", no)
                .param("size", offer.terms().waves().get(wave).seats())
                .param("hold", hold)
                .param("car", seat.car())
                .param("seat", seat.label())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Places of an offer's waves that have had a seat, whatever became of it. */
    public Set<Place> filled(AwardOffer offer, List<OfferedTrip> trips) {
        return Set.copyOf(
                jdbc.sql(FILLED)
                        .param("offer", offer.id())
                        .param("runs", runs(trips))
                        .query((row, _) ->
                                new Place(
                                        new RunId(row.getLong("run_id")),
                                        row.getInt("wave"),
                                        row.getInt("seat_no")))
                        .list());
    }

    /** Counts one more for the member; false at the limit. */
    public boolean count(AwardOffer offer, AwardWish wish) {
        return jdbc.sql(ONE_MORE)
                        .param("member", wish.memberId())
                        .param("offer", offer.id())
                        .param("run", wish.run().value())
                        .param("most", offer.terms().memberLimit())
                        .update()
                == 1;
    }

    public Optional<Found> take(AwardOffer offer, AwardWish wish) {
        return jdbc.sql(TAKE)
                .param("order", wish.orderRef())
                .param("member", wish.memberId())
                .param("offer", offer.id())
                .param("run", wish.run().value())
                .query(AwardSeats::found)
                .optional();
    }

    public Optional<Found> ofOrder(UUID orderRef) {
        return jdbc.sql(OF_ORDER).param("order", orderRef).query(AwardSeats::found).optional();
    }

    public void giveUp(UUID orderRef) {
        jdbc.sql(GIVE_UP).param("order", orderRef).update();
    }

    /** Runs of an offer that have seats waiting for somebody. */
    public List<RunId> waiting(AwardOffer offer) {
        return jdbc.sql(ASIDE_RUNS)
                .param("offer", offer.id())
                .query((row, index) -> new RunId(row.getLong(1)))
                .list();
    }

    /** Nobody can take them any more; their holds are to be released. */
    public List<UUID> giveBack(AwardOffer offer, Collection<RunId> runs) {
        return jdbc.sql(RETURN)
                .param("offer", offer.id())
                .param("runs", runs.stream().map(RunId::value).toArray(Long[]::new))
                .query((row, index) -> row.getObject("hold_ref", UUID.class))
                .list();
    }

    /** One question for all of them; a trip without seats is missing. */
    public Map<Key, AwardCounts> counts(List<OfferedTrip> trips) {
        Map<Key, AwardCounts> counts = new HashMap<>();
        jdbc.sql(COUNT)
                .param(
                        "offers",
                        trips.stream()
                                .map(each -> each.offer().id())
                                .distinct()
                                .toArray(Long[]::new))
                .param("runs", runs(trips))
                .query(row -> {
                    counts.put(
                            new Key(row.getLong("offer_id"), new RunId(row.getLong("run_id"))),
                            new AwardCounts(
                                    row.getInt("aside"),
                                    row.getInt("taken"),
                                    row.getInt("returned")));
                });
        return counts;
    }

    public AwardCounts counts(OfferedTrip trip) {
        return counts(List.of(trip)).getOrDefault(Key.of(trip), AwardCounts.NONE);
    }

    private static Long[] runs(List<OfferedTrip> trips) {
        return trips.stream().map(each -> each.run().id().value()).toArray(Long[]::new);
    }

    private static Found found(ResultSet row, int index) throws SQLException {
        return new Found(
                row.getObject("hold_ref", UUID.class),
                new SeatLabel(row.getString("car"), row.getString("seat")));
    }
}
