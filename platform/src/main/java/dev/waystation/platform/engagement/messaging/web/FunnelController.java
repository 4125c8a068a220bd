package dev.waystation.platform.engagement.messaging.web;

import dev.waystation.platform.engagement.messaging.usecase.FunnelAudience;
import dev.waystation.platform.engagement.messaging.usecase.FunnelPeople;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The funnel before a launch, and who stands behind each of its bars. */
@RestController
class FunnelController {

    /** For which segment, over which channel, and when; now unless said. */
    record Launch(String segment, String channel, @Nullable Instant at) {

        FunnelAudience.Command command() {
            return new FunnelAudience.Command(PublicId.decode("seg", segment), channel, at);
        }
    }

    /** The same, and the code of a bar. */
    record FunnelBar(String segment, String channel, @Nullable Instant at, String bar) {}

    /** A member as lists show them: masked. */
    record FunnelPerson(String id, String name, String phone) {}

    private final FunnelAudience funnel;
    private final FunnelPeople people;
    private final Members members;

    FunnelController(FunnelAudience funnel, FunnelPeople people, Members members) {
        this.funnel = funnel;
        this.people = people;
        this.members = members;
    }

    @PostMapping("/v1/message-funnels")
    @Permission({"journeys.read", "segments.read"})
    FunnelAudience.Funnel funnel(@RequestBody Launch body) {
        return funnel.handle(body.command());
    }

    @PostMapping("/v1/message-funnels:people")
    @Permission("segments.read")
    Page<FunnelPerson> people(
            @RequestBody FunnelBar body,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Cursor.limit(limit);
        long after = Cursor.parse(cursor, 1).map(c -> c.number(0)).orElse(0L);
        FunnelAudience.Command asked =
                new Launch(body.segment(), body.channel(), body.at()).command();
        List<Long> ids = people.handle(asked, body.bar(), after, size + 1);
        return Page.cut(ids, size, Cursor::after).map(this::person);
    }

    private FunnelPerson person(long memberId) {
        Optional<MemberCard> card = members.card(memberId);
        return new FunnelPerson(
                PublicId.encode("mbr", memberId),
                card.map(MemberCard::maskedName).orElse(""),
                card.map(MemberCard::maskedPhone).orElse(""));
    }
}
