package dev.waystation.platform.engagement.links.usecase;

import dev.waystation.platform.engagement.links.model.Clicks;
import dev.waystation.platform.engagement.links.model.ShortLink;
import dev.waystation.platform.engagement.links.store.ClickStore;
import dev.waystation.platform.engagement.links.store.ShortLinkStore;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes short links, takes them out of use, and says who followed them. */
@Service
public class KeepLinks {

    /** Without signs that people mistake for one another. */
    private static final String SIGNS = "23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 6;
    private static final int MOST = 200;

    /**
     * What is wanted.
     *
     * @param code the last part of the address; absent for one that nobody can guess
     */
    public record Command(
            @Nullable String code, String title, String target, Map<String, String> campaign) {}

    /** A link and what became of it. */
    public record Shown(ShortLink link, String address, Clicks.Count clicks) {}

    private final ShortLinkStore links;
    private final ClickStore clicks;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom dice = new SecureRandom();

    KeepLinks(
            ShortLinkStore links,
            ClickStore clicks,
            Clock clock,
            @Value("${waystation.public-url:http://localhost:8080}") String publicUrl) {
        this.links = links;
        this.clicks = clicks;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** Empty when the code is taken. */
    @Transactional
    public Optional<Shown> handle(Command command) {
        String wanted = command.code();
        Stream<String> codes =
                wanted == null || wanted.isBlank()
                        ? Stream.generate(this::fresh)
                        : Stream.of(wanted.strip());
        return codes.map(code ->
                        new ShortLink(
                                code,
                                command.title().strip(),
                                command.target().strip(),
                                command.campaign(),
                                clock.instant(),
                                null))
                .filter(links::add)
                .findFirst()
                .map(link -> shown(link, Clicks.Count.NONE));
    }

    @Transactional
    public Optional<Shown> retire(String code) {
        links.retire(code, clock.instant());
        return show(code);
    }

    @Transactional(readOnly = true)
    public List<Shown> newest() {
        List<ShortLink> all = links.newest(MOST);
        Map<String, Clicks.Count> counts =
                clicks.counts(all.stream().map(ShortLink::code).toList());
        return all.stream()
                .map(link -> shown(link, counts.getOrDefault(link.code(), Clicks.Count.NONE)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Shown> show(String code) {
        Map<String, Clicks.Count> counts = clicks.counts(List.of(code));
        return links.find(code)
                .map(link -> shown(link, counts.getOrDefault(code, Clicks.Count.NONE)));
    }

    /** Clicks of people by local day, first to last. */
    @Transactional(readOnly = true)
    public List<Clicks.Day> days(String code) {
        return clicks.days(code, VenueZone.DEFAULT);
    }

    private Shown shown(ShortLink link, Clicks.Count count) {
        return new Shown(link, publicUrl + "/s/" + link.code(), count);
    }

    private String fresh() {
        var code = new StringBuilder();
        for (int place = 0; place < LENGTH; place++) {
            code.append(SIGNS.charAt(dice.nextInt(SIGNS.length())));
        }
        return code.toString();
    }
}
