package dev.waystation.platform.selling.payment.model;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A provider's message as it came over the wire; the signature is over these very bytes.
 *
 * @param headers by lower-case name
 */
public record Callback(String gateway, Map<String, String> headers, String body) {

    public Callback {
        headers =
                headers.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        header -> header.getKey().toLowerCase(Locale.ROOT),
                                        Map.Entry::getValue,
                                        (first, second) -> first));
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
