package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.model.Mapping;
import dev.waystation.platform.engagement.events.model.Source;
import dev.waystation.platform.engagement.events.model.SourceFigures;
import dev.waystation.platform.engagement.events.store.HookStore;
import dev.waystation.platform.engagement.events.store.SourceStore;
import dev.waystation.platform.engagement.events.store.SourceTally;
import dev.waystation.platform.foundation.edge.Malformed;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    /**
     * A new source.
     *
     * @param devices in which zone each device stands
     * @param mapping how webhooks in another system's words become events; null for our words
     */
    public record Command(
            String name,
            String kind,
            @Nullable String venue,
            @Nullable String zone,
            Map<String, String> devices,
            @Nullable String mapping) {

        /** A source that speaks our words. */
        public Command(String name, String kind, @Nullable String venue, @Nullable String zone) {
            this(name, kind, venue, zone, Map.of(), null);
        }

        public Command {
            devices = Map.copyOf(devices);
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
            boolean placed = Source.PLACED.contains(kind);
            Malformed.require(
                    !placed || (venue != null && !venue.isBlank()),
                    "venue",
                    venue,
                    "say at which venue this source stands");
            Malformed.require(
                    !placed || (zone != null && !zone.isBlank()),
                    "zone",
                    zone,
                    "say in which zone of its venue this source stands");
            if (mapping != null) {
                Mapping.parse(mapping);
            }
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
    private final Places places;
    private final SourceTally tally;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeepSources(
            SourceStore sources,
            HookStore hooks,
            SourceKeys keys,
            Places places,
            SourceTally tally,
            Clock clock) {
        this.tally = tally;
        this.places = places;
        this.hooks = hooks;
        this.sources = sources;
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional
    public Outcome make(Command command) {
        places.require("", command.venue(), command.zone());
        command.devices()
                .values()
                .forEach(zone -> places.require("devices.", command.venue(), zone));
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
                        command.devices(),
                        command.mapping(),
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
        // WeChat takes 3 to 32 letters and digits as a token, Standard Webhooks its own form
        String written =
                sources.find(id).kind().equals("wechat")
                        ? HexFormat.of().formatHex(secret, 0, 16)
                        : "whsec_" + Base64.getEncoder().encodeToString(secret);
        return hooks.set(id, written) ? Optional.of(written) : Optional.empty();
    }

    /** Closes a source for good; false when it is unknown or closed. */
    @Transactional
    public boolean revoke(int id) {
        boolean closed = sources.revoke(id, clock.instant());
        keys.forget();
        return closed;
    }

    /** How many events each source brought since it exists, and when the last. */
    @Transactional(readOnly = true)
    public Map<Integer, SourceFigures> figures() {
        return tally.all();
    }

    @Transactional(readOnly = true)
    public List<Source> all() {
        return sources.all();
    }
}
