package dev.waystation.platform.selling.catalogue.model;

import dev.waystation.platform.selling.catalogue.ClassOffer;
import dev.waystation.platform.selling.catalogue.Seat;
import dev.waystation.platform.selling.catalogue.SeatPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The seats of every rolling stock by class, laid out once from the coaches. */
public final class SeatPlans {

    public static final String STANDING = "standing";
    private static final List<String> CLASSES = List.of("business", "first", "second", STANDING);

    private final Map<String, List<ClassOffer>> offers = new HashMap<>();
    private final Map<String, Map<String, SeatPlan>> plans = new HashMap<>();

    /**
     * @param coaches in order along the train
     * @param standing places to stand per rolling stock; 0 for none
     */
    public SeatPlans(List<Coach> coaches, Map<String, Integer> standing) {
        standing.forEach((stock, places) -> {
            Map<String, SeatPlan> ofStock = new HashMap<>();
            for (String seatClass : CLASSES) {
                List<Seat> seats =
                        seatClass.equals(STANDING)
                                ? standing(places)
                                : seats(stock, seatClass, coaches);
                if (!seats.isEmpty()) {
                    ofStock.put(seatClass, new SeatPlan(seatClass, seats));
                }
            }
            plans.put(stock, ofStock);
            offers.put(
                    stock,
                    CLASSES.stream()
                            .flatMap(c -> Stream.ofNullable(ofStock.get(c)))
                            .map(plan -> new ClassOffer(plan.seatClass(), plan.seats().size()))
                            .toList());
        });
    }

    public List<ClassOffer> offers(String rollingStock) {
        return offers.getOrDefault(rollingStock, List.of());
    }

    public Optional<SeatPlan> plan(String rollingStock, String seatClass) {
        return Optional.ofNullable(plans.getOrDefault(rollingStock, Map.of()).get(seatClass));
    }

    private static List<Seat> seats(String stock, String seatClass, List<Coach> coaches) {
        List<Seat> seats = new ArrayList<>();
        for (Coach coach : coaches) {
            if (!coach.rollingStock().equals(stock) || !coach.seatClass().equals(seatClass)) {
                continue;
            }
            for (int row = coach.firstRow(); row <= coach.lastRow(); row++) {
                for (char letter : coach.letters().toCharArray()) {
                    String label = (row < 10 ? "0" : "") + row + letter;
                    seats.add(new Seat(seats.size(), coach.car(), label, letter));
                }
            }
        }
        return List.copyOf(seats);
    }

    private static List<Seat> standing(int places) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            String number = String.valueOf(1_001 + i).substring(1);
            seats.add(new Seat(i, "", "S" + number, '-'));
        }
        return List.copyOf(seats);
    }
}
