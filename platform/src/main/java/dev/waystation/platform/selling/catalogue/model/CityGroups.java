package dev.waystation.platform.selling.catalogue.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Groups stations into cities by name where the timetable does not: Wuhan East belongs to Wuhan,
 * and so does any station whose name starts with the name of another. Groups found so are marked.
 */
final class CityGroups {

    private static final String DIRECTIONS = "东南西北";
    private static final List<String> SPOKEN_DIRECTIONS =
            List.of(" east", " south", " west", " north", "dong", "nan", "xi", "bei");

    private final Set<String> names = new HashSet<>();

    record Grouped(List<CityGroup> cities, List<Station> stations) {}

    private CityGroups() {}

    /** Stations that carry a city code keep it; {@code given} are the groups of those. */
    static Grouped of(List<Station> stations, Map<String, CityGroup> given) {
        CityGroups groups = new CityGroups();
        stations.forEach(station -> groups.names.add(station.nameZh()));
        Map<String, List<Station>> byCity = new LinkedHashMap<>();
        stations.stream()
                .filter(station -> station.cityCode().isEmpty())
                .forEach(station ->
                        byCity.computeIfAbsent(
                                        groups.cityName(station.nameZh()), any -> new ArrayList<>())
                                .add(station));
        Map<String, CityGroup> cities = new LinkedHashMap<>(given);
        List<Station> grouped = new ArrayList<>(stations.size());
        stations.stream().filter(s -> !s.cityCode().isEmpty()).forEach(grouped::add);
        byCity.forEach((name, members) -> {
            CityGroup city = city(name, members);
            cities.putIfAbsent(city.code(), city);
            members.forEach(member -> grouped.add(member.inCity(city.code())));
        });
        return new Grouped(List.copyOf(cities.values()), grouped);
    }

    private static CityGroup city(String name, List<Station> members) {
        Station chief =
                members.stream()
                        .min(
                                Comparator.comparing((Station s) -> !s.nameZh().equals(name))
                                        .thenComparing(Station::code))
                        .orElseThrow();
        boolean named = chief.nameZh().equals(name);
        return new CityGroup(
                chief.code(),
                name,
                named ? chief.nameEn() : withoutDirection(chief.nameEn()),
                named ? chief.pinyin() : withoutDirection(chief.pinyin()),
                chief.initials().substring(0, Math.min(chief.initials().length(), name.length())),
                true);
    }

    private String cityName(String station) {
        int length = station.length();
        boolean directed = length >= 3 && DIRECTIONS.indexOf(station.charAt(length - 1)) >= 0;
        String stem = directed ? station.substring(0, length - 1) : station;
        for (int end = 2; end < stem.length(); end++) {
            if (names.contains(stem.substring(0, end))) {
                return stem.substring(0, end);
            }
        }
        return stem;
    }

    private static String withoutDirection(String spoken) {
        String lower = spoken.toLowerCase(Locale.ROOT);
        return SPOKEN_DIRECTIONS.stream()
                .filter(way -> lower.endsWith(way) && lower.length() > way.length() + 1)
                .findFirst()
                .map(way -> spoken.substring(0, spoken.length() - way.length()))
                .orElse(spoken);
    }
}
