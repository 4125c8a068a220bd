package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.members.membership.usecase.KeepTimeZone;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A member's own time zone. */
@RestController
class ZonePages {

    /** The name of a place, such as Europe/Berlin; nothing for the venue's. */
    record TimeZone(@Nullable String zone) {}

    private final KeepTimeZone zones;

    ZonePages(KeepTimeZone zones) {
        this.zones = zones;
    }

    @GetMapping("/v1/me/time-zone")
    @Permission(Permission.MEMBER)
    TimeZone timeZone(Caller caller) {
        return new TimeZone(zones.of(member(caller)).map(ZoneId::getId).orElse(null));
    }

    @PutMapping("/v1/me/time-zone")
    @Permission(Permission.MEMBER)
    TimeZone giveTimeZone(@RequestBody TimeZone body, Caller caller) {
        String zone = body.zone();
        zones.handle(member(caller), zone == null ? "" : zone);
        return timeZone(caller);
    }

    private static long member(Caller caller) {
        if (caller instanceof Caller.Member member) {
            return member.memberId();
        }
        throw new IllegalStateException("Only members have a zone of their own, not " + caller);
    }
}
