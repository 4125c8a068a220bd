package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.lane.Desk;
import dev.waystation.platform.engagement.events.facts.EventsTaken;
import dev.waystation.platform.engagement.events.model.Parcel;
import dev.waystation.platform.engagement.events.store.ArrivalStore;
import dev.waystation.platform.engagement.events.store.DayStore;
import dev.waystation.platform.foundation.facts.FactLog;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the parcels that arrived together durable in one transaction, with one fact for all of
 * them. The database decides what is a repetition; this desk only chooses the way.
 */
final class EventDesk implements Desk<Parcel, Parcel> {

    /** Repetitions come in storms: after one, the careful way is likely to be needed again. */
    private static final int CAREFUL_BATCHES = 16;

    private static final String UNFIT_VALUE = "22";

    private final ArrivalStore events;
    private final DayStore days;
    private final FactLog facts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final List<Parcel> arrived = new ArrayList<>();
    private int careful;

    EventDesk(
            ArrivalStore events,
            DayStore days,
            FactLog facts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.events = events;
        this.days = days;
        this.facts = facts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Parcel decide(Parcel parcel) {
        arrived.add(parcel);
        return parcel;
    }

    @Override
    public void commit() {
        try {
            store(arrived);
        } catch (DataIntegrityViolationException unfit) {
            // one bad value must not keep its neighbours out
            arrived.forEach(this::storeAlone);
        }
        arrived.clear();
    }

    private void storeAlone(Parcel parcel) {
        try {
            store(List.of(parcel));
        } catch (DataIntegrityViolationException unfit) {
            parcel.unfit();
        }
    }

    private void store(List<Parcel> parcels) {
        Set<LocalDate> homes = new HashSet<>();
        parcels.forEach(parcel -> homes.addAll(parcel.days()));
        transaction.executeWithoutResult(status -> store(parcels, homes));
        days.remember(homes);
    }

    private void store(List<Parcel> parcels, Set<LocalDate> homes) {
        days.ensure(homes);
        try {
            long batch = events.nextBatch();
            List<Parcel> sure = new ArrayList<>();
            List<Parcel> unsure = new ArrayList<>();
            boolean straight = careful == 0;
            parcels.forEach(parcel -> (straight && parcel.sure() ? sure : unsure).add(parcel));
            careful = Math.max(0, careful - 1);
            if (!sure.isEmpty() && !events.storeStraight(sure)) {
                careful = CAREFUL_BATCHES;
                unsure.addAll(sure);
            }
            if (!unsure.isEmpty()) {
                events.storeCarefully(unsure);
            }
            tell(batch, parcels, new TreeSet<>(homes));
        } catch (SQLException broken) {
            String state = broken.getSQLState();
            throw state != null && state.startsWith(UNFIT_VALUE)
                    ? new DataIntegrityViolationException("A value does not fit", broken)
                    : new IllegalStateException("Events not stored", broken);
        }
    }

    private void tell(long batch, List<Parcel> parcels, SortedSet<LocalDate> homes) {
        int stored = parcels.stream().mapToInt(Parcel::storedCount).sum();
        if (stored > 0) {
            facts.append(
                    new EventsTaken(batch, homes.first(), homes.last(), stored, clock.instant()));
        }
    }

    @Override
    public void rollback(Throwable cause) {
        arrived.clear();
    }
}
