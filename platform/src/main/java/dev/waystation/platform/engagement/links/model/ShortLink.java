package dev.waystation.platform.engagement.links.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A short address and where it leads.
 *
 * @param code the last part of the address
 * @param target {@code https://…}, or a path of this installation such as {@code /app/coupons}
 * @param campaign parameters added to the target, of those that analytics everywhere know
 * @param retiredAt since when it leads nowhere
 */
public record ShortLink(
        String code,
        String title,
        String target,
        Map<String, String> campaign,
        Instant createdAt,
        @Nullable Instant retiredAt) {

    private static final Set<String> PARAMETERS =
            Set.of("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content");
    private static final int LONGEST_TARGET = 2_000;

    public ShortLink {
        campaign = Map.copyOf(new TreeMap<>(campaign));
        Malformed.require(
                code.matches("[A-Za-z0-9]{3,20}"), "code", code, "use 3 to 20 letters and digits");
        Malformed.require(!title.isBlank(), "title", title, "say what the link is for");
        Malformed.require(
                leadsSomewhere(target),
                "target",
                target,
                "give an https address, or a path such as /app/coupons");
        for (Map.Entry<String, String> each : campaign.entrySet()) {
            Malformed.require(
                    PARAMETERS.contains(each.getKey()),
                    "campaign",
                    each.getKey(),
                    "use utm_source, utm_medium, utm_campaign, utm_term or utm_content");
            Malformed.require(
                    !each.getValue().isBlank(),
                    "campaign",
                    each.getKey(),
                    "leave out what is empty");
        }
    }

    /** What reports call the campaign; empty when the link belongs to none. */
    public String campaignName() {
        return campaign.getOrDefault("utm_campaign", "");
    }

    /** Where a click goes; a parameter that the target names itself stays as it is there. */
    public String destination(String publicUrl) {
        String whole = target.startsWith("/") ? publicUrl + target : target;
        int hash = whole.indexOf('#');
        String address = hash < 0 ? whole : whole.substring(0, hash);
        String fragment = hash < 0 ? "" : whole.substring(hash);
        int mark = address.indexOf('?');
        String asked = mark < 0 ? "" : "&" + address.substring(mark + 1);
        String added =
                new TreeMap<>(campaign)
                        .entrySet().stream()
                                .filter(each -> !asked.contains("&" + each.getKey() + "="))
                                .map(each ->
                                        each.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        each.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
        if (added.isEmpty()) {
            return whole;
        }
        return address + (mark < 0 ? "?" : "&") + added + fragment;
    }

    /** Only what a browser opens as a page: no scripts, no other host behind a path. */
    private static boolean leadsSomewhere(String target) {
        if (target.length() > LONGEST_TARGET) {
            return false;
        }
        try {
            var address = new URI(target);
            if (target.startsWith("/")) {
                return address.getHost() == null && !target.startsWith("//");
            }
            return "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
