package dev.waystation.platform.selling.catalogue.usecase;

import dev.waystation.platform.selling.catalogue.EntrySlot;
import dev.waystation.platform.selling.catalogue.model.Pass;
import dev.waystation.platform.selling.catalogue.model.Ride;
import dev.waystation.platform.selling.catalogue.store.ParkStore;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A park that exists nowhere, for the demo: Starriver Park at Wuhan's East Lake. */
@Component
class DemoPark {

    private static final String CODE = "STARRIVER";

    /** code | name | zone | riders an hour | smallest rider in centimetres | thrill 1 to 5. */
    private static final String RIDES =
            """
            R01|云霄飞龙|Sky Dragon|飞天谷|Sky Valley|1100|130|5
            R02|星河激流|Starriver Rapids|江湖水岸|Waterside|1400|110|4
            R03|楚天过山车|Chu Coaster|飞天谷|Sky Valley|1200|130|5
            R04|黄鹤展翅|Yellow Crane Flight|飞天谷|Sky Valley|900|100|3
            R05|编钟旋转木马|Chime Carousel|编钟广场|Chime Square|800|0|1
            R06|漂流洞庭|Drifting Dongting|江湖水岸|Waterside|1300|90|2
            R07|云梦摩天轮|Yunmeng Wheel|编钟广场|Chime Square|1000|0|1
            R08|三峡穿越|Through the Gorges|江湖水岸|Waterside|1500|100|3
            R09|迷你小火车|Little Express|童梦园|Children's Garden|700|0|1
            R10|跳跳莲叶|Hopping Lotus|童梦园|Children's Garden|500|90|2
            R11|太空漫步|Space Walk|星际港|Star Port|1200|100|3
            R12|黑洞追踪|Black Hole Chase|星际港|Star Port|1100|120|4
            R13|球幕飞行|Dome Flight|星际港|Star Port|1600|100|2
            R14|碰碰飞碟|Bumper Saucers|星际港|Star Port|600|110|2
            R15|夜游灯河|Lantern River|江湖水岸|Waterside|2000|0|1
            """;

    private static final List<Pass> PASSES =
            List.of(
                    new Pass("STARRIVER-EVE", "夜场票", "Evening ticket", 1, 15_900, "CNY"),
                    new Pass("STARRIVER-2D", "两日票", "Two-day ticket", 2, 46_900, "CNY"),
                    new Pass("STARRIVER-YEAR", "年卡", "Annual pass", 365, 129_900, "CNY"));

    private static final int FIRST_HOUR = 9;
    private static final int SLOTS = 5;
    private static final int SLOT_HOURS = 2;
    private static final int SLOT_CAPACITY = 3_000;
    private static final int WEEKDAY_MINOR = 29_900;
    private static final int WEEKEND_MINOR = 35_900;

    private final ParkStore store;

    DemoPark(ParkStore store) {
        this.store = store;
    }

    /** Gives how many entry slots are new; the caller brings the transaction. */
    int open(LocalDate from, LocalDate to) {
        store.savePark(CODE, "星河乐园(示例)", "Starriver Park (sample)", true);
        RIDES.lines().map(DemoPark::ride).forEach(ride -> store.saveRide(CODE, ride));
        PASSES.forEach(pass -> store.savePass(CODE, pass));
        List<EntrySlot> slots = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            boolean weekend =
                    day.getDayOfWeek() == DayOfWeek.SATURDAY
                            || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            for (int slot = 0; slot < SLOTS; slot++) {
                LocalTime starts = LocalTime.of(FIRST_HOUR + slot * SLOT_HOURS, 0);
                slots.add(
                        new EntrySlot(
                                CODE,
                                day,
                                starts,
                                starts.plusHours(SLOT_HOURS),
                                SLOT_CAPACITY,
                                weekend ? WEEKEND_MINOR : WEEKDAY_MINOR));
            }
        }
        return store.saveSlots(CODE, slots);
    }

    private static Ride ride(String line) {
        String[] part = line.split("\\|", -1);
        return new Ride(
                part[0],
                part[1],
                part[2],
                part[3],
                part[4],
                Integer.parseInt(part[5]),
                Integer.parseInt(part[6]),
                Integer.parseInt(part[7]));
    }
}
