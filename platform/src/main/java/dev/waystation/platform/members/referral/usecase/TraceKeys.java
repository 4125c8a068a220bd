package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.referral.model.Trace;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns what a browser shows into keyed digests: of the device, of the network (the first three
 * parts of an IPv4 address, the first four of an IPv6 one) and of a place of about a hundred
 * metres.
 */
@Component
class TraceKeys {

    private final Vault vault;

    TraceKeys(Vault vault) {
        this.vault = vault;
    }

    Trace of(ShownTrace shown) {
        return new Trace(
                digest("device", shown.device()),
                digest("network", network(shown.address())),
                digest("place", place(shown.latitude(), shown.longitude())));
    }

    private @Nullable String digest(String what, @Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : HexFormat.of().formatHex(vault.blindIndex("invite " + what, text));
    }

    static @Nullable String network(@Nullable String address) {
        if (address == null) {
            return null;
        }
        boolean six = address.contains(":");
        String[] parts = address.split(six ? ":" : "\\.", -1);
        int kept = six ? 4 : 3;
        return parts.length < kept
                ? address
                : String.join(".", java.util.Arrays.copyOf(parts, kept));
    }

    static @Nullable String place(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null
                ? null
                : String.format(Locale.ROOT, "%.3f %.3f", latitude, longitude);
    }
}
