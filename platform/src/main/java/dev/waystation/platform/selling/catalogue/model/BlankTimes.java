package dev.waystation.platform.selling.catalogue.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** GTFS may leave out the times of stops between two timed ones: they are spread evenly. */
final class BlankTimes {

    private BlankTimes() {}

    static List<RawCall> filled(List<RawCall> rows) {
        List<RawCall> calls =
                new ArrayList<>(
                        rows.stream().sorted(Comparator.comparingInt(RawCall::sequence)).toList());
        int timed = -1;
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).arrives() == -1) {
                continue;
            }
            for (int gap = timed + 1; timed >= 0 && gap < i; gap++) {
                int start = calls.get(timed).departs();
                int end = calls.get(i).arrives();
                calls.set(
                        gap,
                        at(calls.get(gap), start + (end - start) * (gap - timed) / (i - timed)));
            }
            timed = i;
        }
        return calls;
    }

    private static RawCall at(RawCall call, int minute) {
        return new RawCall(
                call.row(),
                call.sequence(),
                call.stationCode(),
                minute,
                minute,
                call.kilometre(),
                call.forSale());
    }
}
