package dev.waystation.platform.engagement.links.usecase;

import dev.waystation.platform.engagement.links.SeedLinks;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One link for a message, one for a poster. */
@Component
class SampleLinks implements SeedLinks {

    private final KeepLinks links;

    SampleLinks(KeepLinks links) {
        this.links = links;
    }

    /** A code that is taken stays what it is. */
    @Override
    public void seed() {
        links.handle(
                new KeepLinks.Command(
                        "coupons", "短信里的领券入口", "/app/coupons", Map.of("utm_medium", "sms")));
        links.handle(
                new KeepLinks.Command(
                        "park", "园区门口海报", "/app/park", Map.of("utm_medium", "poster")));
    }
}
