package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.model.Source;
import dev.waystation.platform.engagement.events.store.SourceStore;
import dev.waystation.platform.foundation.wiring.MachineTime;
import dev.waystation.platform.foundation.wiring.Remembered;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Write keys in memory: a closed key is refused at the latest two seconds later on every node. */
@Component
public class SourceKeys {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private record Known(Map<String, Source> byDigest, Instant until) {}

    private final SourceStore sources;
    private final MachineTime machine;
    private final Remembered<Known> known = new Remembered<>();

    SourceKeys(SourceStore sources, MachineTime machine) {
        this.sources = sources;
        this.machine = machine;
    }

    /** The open source of a key. */
    Optional<Source> find(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(open().get(HexFormat.of().formatHex(digest(key))));
    }

    private Map<String, Source> open() {
        return known.get(
                        last -> machine.now().isBefore(last.until()),
                        () -> new Known(sources.open(), machine.now().plus(FRESH)))
                .byDigest();
    }

    void forget() {
        known.forget();
    }

    static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
