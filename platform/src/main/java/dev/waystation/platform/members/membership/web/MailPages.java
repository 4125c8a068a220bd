package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.members.membership.usecase.KeepMailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A member's own address for mail. */
@RestController
class MailPages {

    /** The address in clear on its way in, masked on its way out; nothing when there is none. */
    record MailAddress(@Nullable String address) {}

    private final KeepMailAddress mail;

    MailPages(KeepMailAddress mail) {
        this.mail = mail;
    }

    @GetMapping("/v1/me/mail-address")
    @Permission(Permission.MEMBER)
    MailAddress mailAddress(Caller caller) {
        return new MailAddress(mail.masked(member(caller)).orElse(null));
    }

    @PutMapping("/v1/me/mail-address")
    @Permission(Permission.MEMBER)
    MailAddress giveMailAddress(@RequestBody MailAddress body, Caller caller) {
        String address = body.address();
        mail.handle(member(caller), address == null ? "" : address);
        return mailAddress(caller);
    }

    private static long member(Caller caller) {
        if (caller instanceof Caller.Member member) {
            return member.memberId();
        }
        throw new IllegalStateException("Only members have an address of their own, not " + caller);
    }
}
