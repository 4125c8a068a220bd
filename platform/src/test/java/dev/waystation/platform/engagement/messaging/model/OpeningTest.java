package dev.waystation.platform.engagement.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.engagement.links.Visitor;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final Instant LEFT = Instant.parse("2026-11-16T01:00:00Z");
    private static final Instant LATER = LEFT.plusSeconds(600);
    private static final String BROWSER =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15";

    private static Opening by(String agent, Instant at) {
        return Opening.of(new Visitor("GET", agent, ""), LEFT, at);
    }

    @Test
    void aBrowserIsAReaderAndAProxyLoadsForOne() {
        assertThat(by(BROWSER, LATER)).isEqualTo(Opening.READER);
        assertThat(by("Mozilla/5.0 (via ggpht.com GoogleImageProxy)", LATER))
                .isEqualTo(Opening.PROXY);
        assertThat(Opening.PROXY.isOpened()).isTrue();
    }

    @Test
    void whatIsLoadedAheadSaysNothing() {
        assertThat(by("Mozilla/5.0", LATER)).as("privacy protection").isEqualTo(Opening.MACHINE);
        assertThat(by("", LATER)).isEqualTo(Opening.MACHINE);
        assertThat(by("Barracuda Sentinel", LATER)).isEqualTo(Opening.MACHINE);
        assertThat(by(BROWSER, LEFT.plusSeconds(1))).as("too soon").isEqualTo(Opening.MACHINE);
        assertThat(Opening.of(new Visitor("HEAD", BROWSER, ""), LEFT, LATER))
                .isEqualTo(Opening.MACHINE);
        assertThat(Opening.of(new Visitor("GET", BROWSER, "prefetch"), LEFT, LATER))
                .isEqualTo(Opening.MACHINE);
        assertThat(Opening.MACHINE.isOpened()).isFalse();
    }
}
