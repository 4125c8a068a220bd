package dev.waystation.platform.engagement.messaging.web;

import dev.waystation.platform.engagement.messaging.usecase.MailSigns;
import dev.waystation.platform.engagement.messaging.usecase.ShowMail;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mails that left: what each looked like and what became of them. */
@RestController
class MailController {

    private final ShowMail mail;
    private final MailSigns signs;

    MailController(ShowMail mail, MailSigns signs) {
        this.mail = mail;
        this.signs = signs;
    }

    /** A mail as its reader got it; the page counts nothing when staff look at it. */
    @GetMapping("/v1/messages/{id}/page")
    @Permission("messages.read")
    ShowMail.Shown messagePage(@PathVariable String id, @RequestParam String member) {
        return mail.handle(PublicId.decode("mbr", member), PublicId.decode("msg", id))
                .orElseThrow(() -> Refusal.notFound("message " + id));
    }

    /** What became of mails that left in the last ninety days, by text and version. */
    @GetMapping("/v1/mail-results")
    @Permission({"messages.read", "journeys.read"})
    List<MailSigns.Result> mailResults() {
        return signs.results();
    }
}
