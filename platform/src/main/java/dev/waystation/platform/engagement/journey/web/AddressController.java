package dev.waystation.platform.engagement.journey.web;

import dev.waystation.platform.engagement.webhooks.Calls;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Systems a journey may ask, for whoever draws one. */
@RestController
class AddressController {

    private final Calls calls;

    AddressController(Calls calls) {
        this.calls = calls;
    }

    /** Where one may ask; the secret stays with whoever set it up. */
    record AddressView(String id, String url) {}

    @GetMapping("/v1/journey-addresses")
    @Permission("journeys.read")
    Page<AddressView> journeyAddresses() {
        return Page.last(
                calls.addresses().stream()
                        .map(each -> new AddressView(PublicId.encode("whk", each.id()), each.url()))
                        .toList());
    }
}
