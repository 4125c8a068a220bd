package dev.waystation.platform.engagement.channels.model;

import dev.waystation.platform.engagement.messaging.LaneLimits;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * An account with a vendor.
 *
 * @param vendor such as {@code aliyun-sms}
 * @param purposes what it carries; service and marketing usually go by separate numbers
 * @param secret signs; it never leaves in any other way
 * @param settings what this vendor asks for besides, such as an application's id
 * @param position the lower, the sooner it is chosen
 */
public record VendorAccount(
        String code,
        String vendor,
        String channel,
        List<String> purposes,
        URI endpoint,
        String keyId,
        String secret,
        Map<String, String> settings,
        LaneLimits limits,
        int position,
        boolean active) {

    public VendorAccount {
        purposes = List.copyOf(purposes);
        settings = Map.copyOf(settings);
    }

    public String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "VendorAccount[" + code + "]";
    }
}
