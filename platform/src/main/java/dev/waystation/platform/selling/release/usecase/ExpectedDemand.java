package dev.waystation.platform.selling.release.usecase;

import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.release.Product;
import dev.waystation.release.Route;
import dev.waystation.release.WhatIf.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * An assumption, not a forecast: until sales give one, demand is 1.3 times the seats on the fullest
 * leg, through passengers want 40 % of them and the rest falls with distance; every trip is asked
 * for evenly until departure, one passenger in eight a student. No chance is involved, so two plans
 * meet the same passengers.
 */
@Component
class ExpectedDemand {

    private static final double DEMAND_FACTOR = 1.3;
    private static final double THROUGH_SHARE = 0.4;
    private static final int STUDENT_EVERY = 8;

    private final CoverTrain cover;

    ExpectedDemand(CoverTrain cover) {
        this.cover = cover;
    }

    List<Request> of(Run run, String seatClass, Route route, int seatCount, Instant now) {
        int calls = route.callCount();
        double[][] weight = new double[calls][calls];
        double[] load = new double[route.legCount()];
        for (int from = 0; from < calls - 1; from++) {
            for (int to = from + 1; to < calls; to++) {
                weight[from][to] = 1.0 / (100 + route.distanceKm(from, to));
                for (int leg = from; leg < to; leg++) {
                    load[leg] += weight[from][to];
                }
            }
        }
        double fullest = 0;
        for (double leg : load) {
            fullest = Math.max(fullest, leg);
        }
        List<Request> requests = new ArrayList<>();
        Duration left = Duration.between(now, run.departs());
        for (int from = 0; from < calls - 1; from++) {
            for (int to = from + 1; to < calls; to++) {
                boolean through = from == 0 && to == calls - 1;
                double share =
                        through ? THROUGH_SHARE : (1 - THROUGH_SHARE) * weight[from][to] / fullest;
                int count = (int) Math.round(share * seatCount * DEMAND_FACTOR);
                long fare = cover.fareMinor(run, from, to, seatClass);
                for (int i = 0; i < count; i++) {
                    String group = i % STUDENT_EVERY == 0 ? "student" : "general";
                    Instant at = now.plusMillis((long) (left.toMillis() * (i + 0.5) / count));
                    requests.add(new Request(at, new Product(from, to, group, "online"), fare));
                }
            }
        }
        requests.sort(Comparator.comparing(Request::at));
        return requests;
    }
}
