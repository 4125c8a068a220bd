package dev.waystation.platform.selling.catalogue.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the calls of one train out of its rows: in order of sequence (gaps are fine), past midnight
 * when a time of day lies before the one before it, with distances where the source gives none.
 */
final class CallOrder {

    private static final int DAY = 24 * 60;
    private static final int LONGEST_STRETCH = 14 * 60;
    private static final int MOST_CALLS = 65;

    /** Rails are longer than the great circle; used where a timetable gives no kilometres. */
    private static final double DETOUR = 1.18;

    private static final double KILOMETRES_A_MINUTE = 3.0;

    private final Map<String, Station> stations;
    private final String arrivalColumn;
    private final String departureColumn;
    private final Findings findings;

    CallOrder(
            Map<String, Station> stations,
            String arrivalColumn,
            String departureColumn,
            Findings findings) {
        this.stations = stations;
        this.arrivalColumn = arrivalColumn;
        this.departureColumn = departureColumn;
        this.findings = findings;
    }

    /** Empty, with findings, when the rows make no train. */
    Optional<List<Stop>> stops(Row train, String trainKey, List<RawCall> rows) {
        if (rows.size() < 2 || rows.size() > MOST_CALLS) {
            findings.add(
                    train.file(),
                    train.line(),
                    "",
                    trainKey,
                    rows.size() < 2 ? FindingCode.TOO_FEW_CALLS : FindingCode.TOO_MANY_CALLS);
            return Optional.empty();
        }
        List<RawCall> ordered =
                rows.stream().sorted(Comparator.comparingInt(RawCall::sequence)).toList();
        List<Stop> stops = new ArrayList<>(ordered.size());
        boolean good = true;
        for (int i = 0; i < ordered.size(); i++) {
            RawCall call = ordered.get(i);
            Stop before = i == 0 ? null : stops.getLast();
            if (before != null && before.sequence() == call.sequence()) {
                findings.add(
                        call.row().file(),
                        call.row().line(),
                        "",
                        String.valueOf(call.sequence()),
                        FindingCode.DUPLICATE_SEQUENCE);
                good = false;
            }
            if (before != null && before.stationCode().equals(call.stationCode())) {
                findings.add(
                        call.row().file(),
                        call.row().line(),
                        "",
                        call.stationCode(),
                        FindingCode.STATION_REPEATED);
                good = false;
            }
            int floor = before == null ? 0 : before.departs();
            boolean last = i == ordered.size() - 1;
            Optional<Stop> stop = timed(call, before == null, last, floor);
            good &= stop.isPresent();
            stops.add(stop.orElse(placeholder(call, floor)));
        }
        return good ? Optional.of(withKilometres(stops)) : Optional.empty();
    }

    private Optional<Stop> timed(RawCall call, boolean first, boolean last, int floor) {
        int arrives = call.arrives() >= 0 ? call.arrives() : first ? call.departs() : -1;
        int departs = call.departs() >= 0 ? call.departs() : last ? call.arrives() : -1;
        if (first) {
            arrives = departs;
        } else if (last) {
            departs = arrives >= 0 ? arrives : departs;
            arrives = departs;
        }
        if (arrives < 0 || departs < 0) {
            missing(call, arrives < 0 ? arrivalColumn : departureColumn);
            return Optional.empty();
        }
        int in = after(first ? 0 : floor, arrives);
        int out = after(in, departs);
        if (!first && in - floor > LONGEST_STRETCH) {
            findings.add(call.row(), arrivalColumn, FindingCode.TIMES_RUN_BACKWARDS);
            return Optional.empty();
        }
        if (out - in > LONGEST_STRETCH) {
            findings.add(call.row(), departureColumn, FindingCode.TIMES_RUN_BACKWARDS);
            return Optional.empty();
        }
        return Optional.of(
                new Stop(
                        call.sequence(),
                        call.stationCode(),
                        in,
                        out,
                        call.kilometre(),
                        call.forSale()));
    }

    private void missing(RawCall call, String column) {
        boolean alreadySaid = call.arrives() == -2 || call.departs() == -2;
        if (!alreadySaid) {
            findings.add(call.row(), column, FindingCode.VALUE_IS_MISSING);
        }
    }

    /**
     * The first moment not before {@code floor} with this time of day; given days count as such.
     */
    private static int after(int floor, int time) {
        int moment = time;
        while (moment < floor) {
            moment += DAY;
        }
        return moment;
    }

    private static Stop placeholder(RawCall call, int floor) {
        return new Stop(call.sequence(), call.stationCode(), floor, floor, 0, false);
    }

    private List<Stop> withKilometres(List<Stop> stops) {
        boolean given = stops.stream().skip(1).allMatch(stop -> stop.kilometre() >= 0);
        List<Stop> placed = new ArrayList<>(stops.size());
        double kilometre = 0;
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            if (i > 0) {
                kilometre =
                        given
                                ? Math.max(kilometre, stop.kilometre())
                                : kilometre + stretch(stops.get(i - 1), stop);
            }
            placed.add(
                    new Stop(
                            stop.sequence(),
                            stop.stationCode(),
                            stop.arrives(),
                            stop.departs(),
                            (int) Math.round(kilometre),
                            stop.forSale()));
        }
        return List.copyOf(placed);
    }

    private double stretch(Stop from, Stop to) {
        Station here = stations.get(from.stationCode());
        Station there = stations.get(to.stationCode());
        double line = here == null || there == null ? Double.NaN : here.kilometresTo(there);
        double kilometres =
                Double.isNaN(line)
                        ? (to.arrives() - from.departs()) * KILOMETRES_A_MINUTE
                        : line * DETOUR;
        return Math.max(1, kilometres);
    }
}
