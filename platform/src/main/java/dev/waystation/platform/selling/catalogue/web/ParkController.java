package dev.waystation.platform.selling.catalogue.web;

import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.catalogue.usecase.FindPark;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/park")
class ParkController {

    record Price(long minor, String currency) {}

    record RideBody(
            String id,
            Said name,
            Said zone,
            int capacityPerHour,
            int minimumCentimetres,
            int thrill) {}

    /**
     * @param taken visitors who have a ticket for the slot
     */
    record SlotBody(
            String id,
            LocalDate date,
            String starts,
            String ends,
            int capacity,
            int taken,
            Price price) {}

    record PassBody(String id, Said name, int validDays, Price price) {}

    private final FindPark find;
    private final Clock clock;

    ParkController(FindPark find, Clock clock) {
        this.find = find;
        this.clock = clock;
    }

    @GetMapping("/rides")
    @Permission(Permission.PUBLIC)
    Page<RideBody> rides() {
        return Page.last(
                find.rides().stream()
                        .map(ride ->
                                new RideBody(
                                        ride.code(),
                                        new Said(ride.nameZh(), ride.nameEn()),
                                        new Said(ride.zoneZh(), ride.zoneEn()),
                                        ride.capacityPerHour(),
                                        ride.minimumCentimetres(),
                                        ride.thrill()))
                        .toList());
    }

    @GetMapping("/slots")
    @Permission(Permission.PUBLIC)
    Page<SlotBody> slots(@RequestParam(required = false) @Nullable LocalDate date) {
        LocalDate day = date == null ? LocalDate.now(clock) : date;
        return Page.last(
                find.slots(day).stream()
                        .map(slot ->
                                new SlotBody(
                                        slot.date() + "T" + slot.starts(),
                                        slot.date(),
                                        slot.starts().toString(),
                                        slot.ends().toString(),
                                        slot.capacity(),
                                        0,
                                        new Price(slot.priceMinor(), "CNY")))
                        .toList());
    }

    @GetMapping("/passes")
    @Permission(Permission.PUBLIC)
    Page<PassBody> passes() {
        return Page.last(
                find.passes().stream()
                        .map(pass ->
                                new PassBody(
                                        pass.code(),
                                        new Said(pass.nameZh(), pass.nameEn()),
                                        pass.validDays(),
                                        new Price(pass.priceMinor(), pass.currency())))
                        .toList());
    }
}
