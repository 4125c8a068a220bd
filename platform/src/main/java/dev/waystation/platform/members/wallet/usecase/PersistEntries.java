package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.ledger.EntryKind;
import dev.waystation.ledger.Place;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.lanes.Trip;
import dev.waystation.platform.foundation.lanes.Trips;
import dev.waystation.platform.members.wallet.facts.PointsCorrected;
import dev.waystation.platform.members.wallet.facts.PointsCredited;
import dev.waystation.platform.members.wallet.facts.PointsExpired;
import dev.waystation.platform.members.wallet.facts.PointsSpent;
import dev.waystation.platform.members.wallet.model.Past;
import dev.waystation.platform.members.wallet.model.Written;
import dev.waystation.platform.members.wallet.store.Journal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Makes a batch durable: journal, reasons and facts in one trip to the database. */
@Service
class PersistEntries {

    private final Journal journal;
    private final Explanations explanations;
    private final FactLog facts;
    private final Trips trips;

    PersistEntries(Journal journal, Explanations explanations, FactLog facts, Trips trips) {
        this.trips = trips;
        this.journal = journal;
        this.explanations = explanations;
        this.facts = facts;
    }

    /** In the order of members: neighbours share pages in every table and index. */
    void handle(List<Written> batch, Map<String, Explanations.Owned> reasons) {
        List<Written> sorted =
                batch.stream()
                        .sorted(Comparator.comparingLong(each -> each.past().memberId()))
                        .toList();
        Trip trip = new Trip();
        journal.append(sorted, trip);
        explanations.keep(reasons, trip);
        facts.append(sorted.stream().flatMap(PersistEntries::fact).toList(), trip);
        trips.send(trip);
        facts.appended();
    }

    private static Stream<Fact> fact(Written each) {
        Past past = each.past();
        EntryKind kind = each.entry().kind();
        return switch (kind) {
            case CREDIT, ACTIVATION ->
                    Stream.of(
                            new PointsCredited(
                                    past.memberId(),
                                    past.currency(),
                                    past.amount(),
                                    past.reference(),
                                    Objects.requireNonNull(each.lastDay()),
                                    each.source(),
                                    Objects.requireNonNull(past.explanationId()),
                                    each.at()));
            case SPEND, CAPTURE ->
                    Stream.of(
                            new PointsSpent(
                                    past.memberId(),
                                    past.currency(),
                                    past.amount(),
                                    past.reference(),
                                    each.source(),
                                    each.at()));
            case EXPIRY ->
                    Stream.of(
                            new PointsExpired(
                                    past.memberId(),
                                    past.currency(),
                                    past.amount(),
                                    Objects.requireNonNull(each.lastDay()),
                                    each.at()));
            case RETURN,
                    REVERSAL,
                    RESTORATION,
                    DEDUCTION,
                    REINSTATEMENT,
                    TRANSFER_OUT,
                    TRANSFER_IN ->
                    Stream.of(
                            new PointsCorrected(
                                    past.memberId(),
                                    past.currency(),
                                    kind.name(),
                                    each.entry().change(Place.AVAILABLE),
                                    past.reference(),
                                    each.source(),
                                    Objects.requireNonNullElse(each.note().actor(), "system"),
                                    each.at()));
            case HOLD, RELEASE, PROMISE, CANCELLATION, WRITE_OFF, MOVE -> Stream.empty();
        };
    }
}
