package dev.waystation.platform.engagement.channels.web;

import dev.waystation.platform.engagement.channels.usecase.KeepReach;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where apps and mini programs say that a member is here, and what the member allows them. */
@RestController
class MemberChannelPages {

    /** Seen here: a registration of a device, an openid. */
    record SeenAt(String channel, String address) {}

    /** The member said yes to a text once more, or for good. */
    record Subscription(String template, boolean longTerm) {}

    private final KeepReach reach;

    MemberChannelPages(KeepReach reach) {
        this.reach = reach;
    }

    @PutMapping("/v1/me/channel-address")
    @Permission(Permission.MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seenAtChannelAddress(@RequestBody SeenAt body, Caller caller) {
        reach.seen(member(caller), body.channel(), body.address());
    }

    @GetMapping("/v1/me/subscriptions")
    @Permission(Permission.MEMBER)
    List<KeepReach.Allowed> subscriptions(Caller caller) {
        return reach.allowed(member(caller));
    }

    @PostMapping("/v1/me/subscriptions")
    @Permission(Permission.MEMBER)
    List<KeepReach.Allowed> allowSubscription(@RequestBody Subscription body, Caller caller) {
        reach.allow(member(caller), body.template(), body.longTerm());
        return reach.allowed(member(caller));
    }

    private static long member(Caller caller) {
        if (caller instanceof Caller.Member member) {
            return member.memberId();
        }
        throw new IllegalStateException("Only members have devices, not " + caller);
    }
}
