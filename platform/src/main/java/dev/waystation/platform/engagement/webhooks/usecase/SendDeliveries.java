package dev.waystation.platform.engagement.webhooks.usecase;

import dev.waystation.platform.engagement.webhooks.model.Backoff;
import dev.waystation.platform.engagement.webhooks.model.Delivery;
import dev.waystation.platform.engagement.webhooks.model.Endpoint;
import dev.waystation.platform.engagement.webhooks.store.DeliveryStore;
import dev.waystation.platform.engagement.webhooks.store.EndpointStore;
import dev.waystation.platform.engagement.webhooks.store.Post;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due. A delivery is taken and committed before the network is asked, so no
 * transaction waits for somebody else's server; a receiver may get one twice and knows it by its
 * id.
 */
@Service
public class SendDeliveries {

    private static final int AT_ONCE = 50;
    private static final int GONE = 410;
    private static final Duration TAKEN_FOR = Duration.ofMinutes(1);

    private final DeliveryStore deliveries;
    private final EndpointStore endpoints;
    private final Post post;
    private final MachineTime machine;
    private final TransactionTemplate transaction;

    SendDeliveries(
            DeliveryStore deliveries,
            EndpointStore endpoints,
            Post post,
            MachineTime machine,
            PlatformTransactionManager transactions) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.post = post;
        this.machine = machine;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many were tried. */
    public int handle() {
        Instant now = machine.now();
        List<Delivery> due =
                transaction.execute(status -> deliveries.claim(now, now.plus(TAKEN_FOR), AT_ONCE));
        if (due == null) {
            return 0;
        }
        due.forEach(this::send);
        return due.size();
    }

    private void send(Delivery delivery) {
        Optional<Endpoint> endpoint = endpoints.find(delivery.endpointId());
        if (endpoint.isEmpty()) {
            return;
        }
        Delivery.Attempt attempt =
                post.send(delivery, endpoint.get().url(), endpoints.secret(endpoint.get().id()));
        transaction.executeWithoutResult(status -> settle(delivery, attempt));
    }

    private void settle(Delivery delivery, Delivery.Attempt attempt) {
        Integer status = attempt.status();
        if (status != null && status >= 200 && status < 300) {
            deliveries.tried(delivery.id(), "delivered", attempt.at(), attempt);
        } else if (status != null && status == GONE) {
            // the receiver asks to be left alone
            deliveries.tried(delivery.id(), "failed", attempt.at(), attempt);
            endpoints.setState(delivery.endpointId(), "gone");
        } else {
            Optional<Duration> wait = Backoff.after(attempt.number());
            deliveries.tried(
                    delivery.id(),
                    wait.isPresent() ? "pending" : "failed",
                    attempt.at().plus(wait.orElse(Duration.ZERO)),
                    attempt);
        }
    }
}
