package dev.waystation.platform.engagement.channels.model;

import java.util.List;
import java.util.Map;

/**
 * A text as a vendor has approved it.
 *
 * @param vendorTemplate the vendor's number of it
 * @param signature under which name it goes out; empty for the account's own
 * @param parameters the values it asks for, in the vendor's order, as {@code ours} or {@code
 *     theirs=ours}
 */
public record VendorText(
        String account,
        String template,
        String vendorTemplate,
        String signature,
        List<String> parameters) {

    public VendorText {
        parameters = List.copyOf(parameters);
    }

    /** The vendor's name of a parameter. */
    public static String theirs(String parameter) {
        return parameter.contains("=") ? parameter.substring(0, parameter.indexOf('=')) : parameter;
    }

    /** Our value for a parameter; empty when there is none. */
    public static String value(String parameter, Map<String, String> values) {
        return values.getOrDefault(parameter.substring(parameter.indexOf('=') + 1), "");
    }
}
