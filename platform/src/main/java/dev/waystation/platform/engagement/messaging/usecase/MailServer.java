package dev.waystation.platform.engagement.messaging.usecase;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Where mail is handed over, and in whose name.
 *
 * @param user empty for a server that asks nobody who he is
 * @param returns where to send back what cannot be delivered; empty for the sender
 */
@Component
@ConditionalOnProperty("waystation.mail.host")
record MailServer(
        @Value("${waystation.mail.host}") String host,
        @Value("${waystation.mail.port:587}") int port,
        @Value("${waystation.mail.user:}") String user,
        @Value("${waystation.mail.password:}") String password,
        @Value("${waystation.mail.from}") String from,
        @Value("${waystation.mail.returns.address:}") String returns,
        @Value("${waystation.mail.patience:10s}") Duration patience) {

    /** Never shows the password. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + "]";
    }
}
