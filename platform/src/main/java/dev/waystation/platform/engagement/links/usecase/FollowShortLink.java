package dev.waystation.platform.engagement.links.usecase;

import dev.waystation.platform.engagement.links.Visitor;
import dev.waystation.platform.engagement.links.facts.LinkClicked;
import dev.waystation.platform.engagement.links.model.Reader;
import dev.waystation.platform.engagement.links.model.ShortLink;
import dev.waystation.platform.engagement.links.store.ClickStore;
import dev.waystation.platform.engagement.links.store.ShortLinkStore;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leads on whoever opens a short link, and keeps the click. Machines are led on, but counted apart.
 */
@Service
public class FollowShortLink {

    /**
     * A call of the address.
     *
     * @param address code, and behind a dot the token of a message when it stood in one
     */
    public record Command(String address, Visitor visitor) {}

    private final ShortLinkStore links;
    private final ClickStore clicks;
    private final ReaderTokens tokens;
    private final FactLog facts;
    private final Clock clock;
    private final String publicUrl;

    FollowShortLink(
            ShortLinkStore links,
            ClickStore clicks,
            ReaderTokens tokens,
            FactLog facts,
            Clock clock,
            @Value("${waystation.public-url:http://localhost:8080}") String publicUrl) {
        this.links = links;
        this.clicks = clicks;
        this.tokens = tokens;
        this.facts = facts;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** Where to go; empty when the link was never made or leads nowhere any more. */
    @Transactional
    public Optional<String> handle(Command command) {
        int dot = command.address().indexOf('.');
        String code = dot < 0 ? command.address() : command.address().substring(0, dot);
        Optional<ShortLink> found = links.find(code).filter(link -> link.retiredAt() == null);
        found.ifPresent(link -> {
            Reader reader =
                    dot < 0 ? null : tokens.read(command.address().substring(dot + 1)).orElse(null);
            keep(link, reader, command.visitor().machine().orElse(null));
        });
        return found.map(link -> link.destination(publicUrl));
    }

    private void keep(ShortLink link, @Nullable Reader reader, @Nullable String machine) {
        Instant now = clock.instant();
        long click = clicks.add(link.code(), reader, machine, now);
        if (reader != null && machine == null) {
            facts.append(
                    List.of(
                            new LinkClicked(
                                    click,
                                    reader.memberId(),
                                    reader.messageId(),
                                    link.code(),
                                    link.campaignName(),
                                    now)));
        }
    }
}
