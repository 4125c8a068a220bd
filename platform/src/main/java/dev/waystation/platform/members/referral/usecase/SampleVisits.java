package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.members.referral.SeedReferral;
import dev.waystation.platform.members.referral.model.InviteLink;
import dev.waystation.platform.members.referral.model.Trace;
import dev.waystation.platform.members.referral.store.InviteLinkStore;
import dev.waystation.platform.members.referral.store.TouchStore;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Links and visits of the sample world, at times gone by. */
@Component
class SampleVisits {

    private final InviteLinkStore links;
    private final TouchStore touches;
    private final TouchRoom room;
    private final TraceKeys keys;
    private final InviteDesk desk;
    private final BindInvitation bind;

    SampleVisits(
            InviteLinkStore links,
            TouchStore touches,
            TouchRoom room,
            TraceKeys keys,
            InviteDesk desk,
            BindInvitation bind) {
        this.links = links;
        this.touches = touches;
        this.room = room;
        this.keys = keys;
        this.desk = desk;
        this.bind = bind;
    }

    InviteLink link(long member, long campaign, String channel, Instant at) {
        return links.ofMember(member, campaign).stream()
                .filter(each -> each.channel().equals(channel))
                .findFirst()
                .orElseGet(() -> {
                    InviteLink fresh = new InviteLink(member, campaign, channel, desk.freshCode());
                    links.add(fresh, at.minus(Duration.ofDays(2)));
                    return fresh;
                });
    }

    /** Somebody who opens the link and leaves. */
    void look(InviteLink link, Instant at, String visitor) {
        touches.add(room.key(visitor), link, Trace.NONE, at.minus(Duration.ofHours(30)));
    }

    void join(InviteLink link, SeedReferral.Joined one, String device) {
        String visitor = desk.freshVisitor();
        Trace trace = keys.of(new ShownTrace(device, null, null, null));
        touches.add(room.key(visitor), link, trace, one.at().minus(Duration.ofHours(1)));
        bind.handle(new BindInvitation.Command(one.memberId(), visitor, one.at()));
    }
}
