package dev.waystation.platform.selling.catalogue.web;

import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.catalogue.usecase.FindPark;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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

    record PassBody(String id, Said name, int validDays, Price price) {}

    private final FindPark find;

    ParkController(FindPark find) {
        this.find = find;
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
