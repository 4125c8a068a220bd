package dev.waystation.platform.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws what members did before the demo begins: trips and park visits over the past months,
 * following the seasons and each member's persona. The same seed gives the same history. Cost: one
 * binary search per trip.
 */
final class History {

    /** A member as far as history depends on it. */
    record Traveller(
            long memberId,
            LocalDate birthDate,
            String cityCode,
            Instant joinedAt,
            boolean student) {}

    /** One way a trip may have gone; times are minutes after midnight of the service day. */
    record Route(
            String trainCode,
            String fromCity,
            String fromStation,
            String toStation,
            int departsMinute,
            int arrivesMinute,
            Map<String, Long> fareMinorByClass) {}

    record Trip(
            long memberId,
            Route route,
            String seatClass,
            Instant departs,
            Instant arrives,
            long fareMinor) {}

    record Visit(long memberId, LocalDate day, long spentMinor) {}

    record Past(Traveller traveller, Persona persona, List<Trip> trips, List<Visit> visits) {}

    private final List<Route> routes;
    private final Map<String, List<Route>> routesByCity;
    private final LocalDate first;
    private final LocalDate today;
    private final ZoneId zone;
    private final double[] demandUpTo;

    History(
            List<Route> routes,
            Map<String, List<Route>> routesByCity,
            LocalDate first,
            LocalDate today,
            ZoneId zone) {
        this.routes = routes;
        this.routesByCity = routesByCity;
        this.first = first;
        this.today = today;
        this.zone = zone;
        demandUpTo = new double[(int) (today.toEpochDay() - first.toEpochDay())];
        double sum = 0;
        for (int day = 0; day < demandUpTo.length; day++) {
            sum += Seasons.demand(first.plusDays(day));
            demandUpTo[day] = sum;
        }
    }

    Past of(Traveller traveller, long seed) {
        SplittableRandom chance =
                new SplittableRandom(seed ^ (traveller.memberId() * 0x9E3779B97F4A7C15L));
        Persona persona =
                Persona.of(traveller.birthDate(), traveller.student(), today, chance.nextDouble());
        int from =
                (int)
                        Math.max(
                                0,
                                traveller.joinedAt().atZone(zone).toLocalDate().toEpochDay()
                                        - first.toEpochDay());
        int to = persona == Persona.DORMANT ? demandUpTo.length - 100 : demandUpTo.length;
        if (to - from < 2) {
            return new Past(traveller, persona, List.of(), List.of());
        }
        double years = (to - from) / 365.0;
        List<Trip> trips = new ArrayList<>();
        for (int left = count(persona.tripsPerYear() * years, chance); left > 0; left--) {
            trips.add(trip(traveller, persona, day(from, to, chance), chance));
        }
        List<Visit> visits = new ArrayList<>();
        for (int left = count(persona.visitsPerYear() * years, chance); left > 0; left--) {
            visits.add(
                    new Visit(
                            traveller.memberId(),
                            day(from, to, chance),
                            12_000L + chance.nextInt(30) * 1_000L));
        }
        return new Past(traveller, persona, trips, visits);
    }

    private Trip trip(
            Traveller traveller, Persona persona, LocalDate day, SplittableRandom chance) {
        List<Route> home = routesByCity.getOrDefault(traveller.cityCode(), List.of());
        List<Route> from = home.isEmpty() || chance.nextDouble() < 0.4 ? routes : home;
        Route route = from.get(chance.nextInt(from.size()));
        boolean better = chance.nextDouble() < 0.2;
        String seatClass = better ? "first" : persona.seatClass();
        if (!route.fareMinorByClass().containsKey(seatClass)) {
            seatClass = "second";
        }
        return new Trip(
                traveller.memberId(),
                route,
                seatClass,
                at(day, route.departsMinute()),
                at(day, route.arrivesMinute()),
                route.fareMinorByClass().getOrDefault(seatClass, 0L));
    }

    private Instant at(LocalDate day, int minute) {
        return day.atTime(LocalTime.MIN).plusMinutes(minute).atZone(zone).toInstant();
    }

    /** A day between two offsets, more likely where the season is high. */
    private LocalDate day(int from, int to, SplittableRandom chance) {
        double low = from == 0 ? 0 : demandUpTo[from - 1];
        double drawn = low + chance.nextDouble() * (demandUpTo[to - 1] - low);
        int found = java.util.Arrays.binarySearch(demandUpTo, from, to, drawn);
        return first.plusDays(Math.min(to - 1, found >= 0 ? found : -found - 1));
    }

    /** A Poisson draw by Knuth's product method; means here are small. */
    private static int count(double mean, SplittableRandom chance) {
        double limit = Math.exp(-mean);
        double product = chance.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= chance.nextDouble();
            count++;
        }
        return count;
    }
}
