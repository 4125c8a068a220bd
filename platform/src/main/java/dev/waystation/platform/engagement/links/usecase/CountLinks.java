package dev.waystation.platform.engagement.links.usecase;

import dev.waystation.platform.engagement.links.CountedLinks;
import dev.waystation.platform.engagement.links.model.ShortLink;
import dev.waystation.platform.engagement.links.store.ShortLinkStore;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names a link by campaign and target, so that a text that is published again keeps its counts. */
@Service
class CountLinks implements CountedLinks {

    private static final int LENGTH = 10;
    private static final int BASE = 36;
    private static final int LONGEST_TITLE = 80;

    private final ShortLinkStore links;
    private final Clock clock;
    private final String publicUrl;

    CountLinks(
            ShortLinkStore links,
            Clock clock,
            @Value("${waystation.public-url:http://localhost:8080}") String publicUrl) {
        this.links = links;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    @Transactional
    public String of(String campaign, String title, String target) {
        String shorts = publicUrl + "/s/";
        String whole = target.startsWith("/") ? publicUrl + target : target;
        if (whole.startsWith(shorts)) {
            return whole;
        }
        String code = code(campaign + " " + target);
        links.add(
                new ShortLink(
                        code,
                        title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE),
                        target,
                        Map.of("utm_medium", "email", "utm_campaign", campaign),
                        clock.instant(),
                        null));
        return shorts + code;
    }

    private static String code(String of) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(of.getBytes(StandardCharsets.UTF_8));
            return "m" + new BigInteger(1, digest).toString(BASE).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
