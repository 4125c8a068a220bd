package dev.waystation.platform.foundation.wiring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of a start: where people find what has started. */
@Component
class ReadyNotice {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyNotice.class);

    private final Environment environment;

    ReadyNotice(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            LOG.info(
                    "Ready: console http://localhost:{}/console/ · member app"
                            + " http://localhost:{}/app/",
                    port,
                    port);
        }
    }
}
