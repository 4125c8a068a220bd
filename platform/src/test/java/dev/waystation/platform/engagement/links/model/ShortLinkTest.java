package dev.waystation.platform.engagement.links.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.engagement.links.Visitor;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortLinkTest {

    private static ShortLink to(String target, Map<String, String> campaign) {
        return new ShortLink("winter", "Winter", target, campaign, Instant.EPOCH, null);
    }

    @ParameterizedTest
    @CsvSource({
        "/app/coupons, https://way.example/app/coupons?utm_campaign=double+11&utm_source=sms",
        "https://a.example/x?y=1#z, https://a.example/x?y=1&utm_campaign=double+11&utm_source=sms#z",
        "https://a.example/?utm_source=mail, https://a.example/?utm_source=mail&utm_campaign=double+11"
    })
    void theDestinationCarriesTheCampaignAndKeepsWhatItSaysItself(String target, String led) {
        ShortLink link = to(target, Map.of("utm_source", "sms", "utm_campaign", "double 11"));
        assertThat(link.destination("https://way.example")).isEqualTo(led);
        assertThat(to(target, Map.of()).destination("https://way.example")).endsWith(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//elsewhere.example/",
                "http://plain.example/",
                "https://user:word@a.example/",
                "https:///nowhere",
                "not an address"
            })
    void whatIsNoPageIsRefused(String target) {
        assertThatThrownBy(() -> to(target, Map.of()))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("target");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605.1.15 Safari/604.1, '', person",
        "GET, Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.49, '', person",
        "GET, Mozilla/5.0 (compatible; Googlebot/2.1), '', machine",
        "GET, facebookexternalhit/1.1, '', machine",
        "GET, curl/8.5.0, '', machine",
        "GET, '', '', machine",
        "HEAD, Mozilla/5.0 (Windows NT 10.0) Chrome/140, '', machine",
        "GET, Mozilla/5.0 (Windows NT 10.0) Chrome/140, prefetch, machine"
    })
    void machinesAreToldFromPeople(String method, String agent, String intent, String who) {
        assertThat(new Visitor(method, agent, intent).machine().isPresent())
                .isEqualTo(who.equals("machine"));
    }

    @Test
    void parametersThatNoReportKnowsAreRefused() {
        assertThatThrownBy(() -> to("/app/", Map.of("source", "sms")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("source");
    }
}
