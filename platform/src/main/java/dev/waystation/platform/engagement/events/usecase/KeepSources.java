package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.model.Source;
import dev.waystation.platform.engagement.events.store.HookStore;
import dev.waystation.platform.engagement.events.store.SourceStore;
import dev.waystation.platform.foundation.edge.Malformed;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sources and their write keys. A key is shown once; afterwards only its first letters are known.
 */
@Service
public class KeepSources {

    private static final int VISIBLE = 12;
    private static final int KEY_BYTES = 24;

    /** A new source. */
    public record Command(String name, String kind, @Nullable String venue, @Nullable String zone) {
        public Command {
            Malformed.require(
                    name != null && !name.isBlank() && name.length() <= 80,
                    "name",
                    name,
                    "give 1 to 80 letters");
            Malformed.require(
                    kind != null && Source.KINDS.contains(kind),
                    "kind",
                    kind,
                    "choose web, app, server, till, kiosk, gate, hotel, wechat, ota or file");
        }
    }

    /** The source with its key, or a name that another has. */
    public sealed interface Outcome {
        record Made(Source source, String key) implements Outcome {
            @Override
            public String toString() {
                return "Made[" + source + "]";
            }
        }

        record NameTaken(String name) implements Outcome {}
    }

    private final SourceStore sources;
    private final HookStore hooks;
    private final SourceKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeepSources(SourceStore sources, HookStore hooks, SourceKeys keys, Clock clock) {
        this.hooks = hooks;
        this.sources = sources;
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional
    public Outcome make(Command command) {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        String key = "wsw_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        if (sources.isNamed(command.name())) {
            return new Outcome.NameTaken(command.name());
        }
        Source made =
                sources.add(
                        command.name(),
                        command.kind(),
                        command.venue(),
                        command.zone(),
                        key.substring(0, VISIBLE),
                        SourceKeys.digest(key),
                        clock.instant());
        keys.forget();
        return new Outcome.Made(made, key);
    }

    /** A new secret for the webhooks of an open source. */
    @Transactional
    public Optional<String> hookSecret(int id) {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        String written = "whsec_" + Base64.getEncoder().encodeToString(secret);
        return hooks.set(id, written) ? Optional.of(written) : Optional.empty();
    }

    /** Closes a source for good; false when it is unknown or closed. */
    @Transactional
    public boolean revoke(int id) {
        boolean closed = sources.revoke(id, clock.instant());
        keys.forget();
        return closed;
    }

    @Transactional(readOnly = true)
    public List<Source> all() {
        return sources.all();
    }
}
