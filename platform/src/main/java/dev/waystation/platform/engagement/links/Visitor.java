package dev.waystation.platform.engagement.links;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who opened an address, as far as the call tells. Machines open links before people do: search
 * engines, previews of chats, scanners of mail servers, browsers that load ahead.
 *
 * @param method of the call
 * @param agent how the program names itself; empty when it does not
 * @param intent what the browser wants it for, by its {@code Sec-Purpose} or {@code Purpose}
 */
public record Visitor(String method, String agent, String intent) {

    private static final Pattern MACHINES =
            Pattern.compile(
                    "bot\\b|crawl|spider|slurp|preview|prefetch|scanner|monitor|validator|fetcher"
                            + "|facebookexternalhit|whatsapp/|telegram|skypeuri|embedly|proofpoint"
                            + "|mimecast|barracuda|safelinks|headless|curl/|wget/|libwww|python-"
                            + "|java/|java-http|go-http|okhttp|axios|node-fetch|apache-http|ruby",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BROWSERS =
            Pattern.compile("mozilla/|opera/|micromessenger", Pattern.CASE_INSENSITIVE);

    /** Why this is taken for a machine; empty for a person. */
    public Optional<String> machine() {
        if (method.equals("HEAD")) {
            return Optional.of("looks without opening");
        }
        if (intent.contains("prefetch") || intent.contains("preview")) {
            return Optional.of("loads ahead");
        }
        if (MACHINES.matcher(agent).find()) {
            return Optional.of("names itself a machine");
        }
        return BROWSERS.matcher(agent).find() ? Optional.empty() : Optional.of("is no browser");
    }
}
