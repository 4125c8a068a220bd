package dev.waystation.platform.engagement.webhooks.usecase;

import dev.waystation.platform.engagement.webhooks.model.Delivery;
import dev.waystation.platform.engagement.webhooks.model.Endpoint;
import dev.waystation.platform.engagement.webhooks.store.DeliveryStore;
import dev.waystation.platform.engagement.webhooks.store.EndpointStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Endpoints, their secrets and what was sent to them. */
@Service
public class KeepEndpoints {

    private static final int SECRET_BYTES = 32;

    /** An endpoint with its secret, shown once. */
    public record Made(Endpoint endpoint, String secret) {
        @Override
        public String toString() {
            return "Made[" + endpoint + "]";
        }
    }

    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final ToldFacts told;
    private final Clock clock;
    private final MachineTime machine;
    private final SecureRandom random = new SecureRandom();

    KeepEndpoints(
            EndpointStore endpoints,
            DeliveryStore deliveries,
            ToldFacts told,
            Clock clock,
            MachineTime machine) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.told = told;
        this.clock = clock;
        this.machine = machine;
    }

    /** Only to https, or to this machine while a receiver is being written. */
    @Transactional
    public Made add(String url, List<String> types) {
        Malformed.require(isAllowed(url), "url", url, "give an https address");
        Set<String> known = told.types();
        for (String type : types) {
            Malformed.require(
                    known.contains(type), "types", type, "choose from the list of event types");
        }
        Malformed.require(!types.isEmpty(), "types", "[]", "choose from the list of event types");
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String written = "whsec_" + Base64.getEncoder().encodeToString(secret);
        return new Made(endpoints.add(url, written, types, clock.instant()), written);
    }

    private static boolean isAllowed(String url) {
        try {
            URI address = URI.create(url);
            String host = address.getHost();
            return host != null
                    && address.getUserInfo() == null
                    && ("https".equals(address.getScheme())
                            || ("http".equals(address.getScheme())
                                    && (host.equals("localhost") || host.equals("127.0.0.1"))));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    @Transactional(readOnly = true)
    public List<Endpoint> all() {
        return endpoints.all();
    }

    /** {@code active} or {@code paused}; false when it is so already, or unknown. */
    @Transactional
    public boolean setState(long id, String state) {
        return endpoints.setState(id, state);
    }

    @Transactional(readOnly = true)
    public List<Delivery> deliveries(long endpoint, long before, int limit) {
        return deliveries.page(endpoint, before, limit);
    }

    @Transactional(readOnly = true)
    public Optional<Delivery> delivery(long id) {
        return deliveries.find(id);
    }

    @Transactional(readOnly = true)
    public List<Delivery.Attempt> attempts(long delivery) {
        return deliveries.attempts(delivery);
    }

    /** Sends it once more, with the same id. */
    @Transactional
    public boolean again(long delivery) {
        return deliveries.again(delivery, machine.now());
    }
}
