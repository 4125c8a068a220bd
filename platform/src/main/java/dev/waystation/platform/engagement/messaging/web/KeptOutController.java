package dev.waystation.platform.engagement.messaging.web;

import dev.waystation.platform.engagement.messaging.MessagingRefusal;
import dev.waystation.platform.engagement.messaging.model.KeptOut;
import dev.waystation.platform.engagement.messaging.usecase.KeepPeopleOut;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.operators.access.StaffNames;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom nothing may be written to: the list, adding to it, and lifting from it with a reason. */
@RestController
class KeptOutController {

    record KeepOutRequest(String member, String channel, String reason) {}

    record LiftRequest(String channel, String reason) {}

    /** Somebody nothing is sent to over a channel. */
    record KeptOutView(
            String member,
            String memberMasked,
            String channel,
            String reason,
            @Nullable Instant since,
            Said by) {}

    private final KeepPeopleOut people;
    private final Members members;
    private final StaffNames staff;

    KeptOutController(KeepPeopleOut people, Members members, StaffNames staff) {
        this.staff = staff;
        this.people = people;
        this.members = members;
    }

    @GetMapping("/v1/kept-out")
    @Permission({"privacy.read", "messages.read"})
    Page<KeptOutView> keptOut(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return people.page(
                        channel,
                        Optional.ofNullable(member).map(id -> PublicId.decode("mbr", id)),
                        Cursor.parse(cursor, 2),
                        Cursor.limit(limit))
                .map(this::view);
    }

    @PostMapping("/v1/kept-out")
    @Permission("privacy.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keepOut(@RequestBody KeepOutRequest body, Caller caller) {
        people.add(
                        new KeepPeopleOut.Command(
                                PublicId.decode("mbr", body.member()),
                                body.channel(),
                                body.reason(),
                                caller.key()))
                .ifPresent(KeptOutController::refuse);
    }

    /** Writes to somebody are allowed again; who allowed it and why is kept. */
    @PostMapping("/v1/kept-out/{member}:lift")
    @Permission("privacy.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void liftKeptOut(@PathVariable String member, @RequestBody LiftRequest body, Caller caller) {
        people.lift(
                        new KeepPeopleOut.Command(
                                PublicId.decode("mbr", member),
                                body.channel(),
                                body.reason(),
                                caller.key()))
                .ifPresent(KeptOutController::refuse);
    }

    private static void refuse(MessagingRefusal why) {
        throw switch (why) {
            case MEMBER_TO_KEEP_OUT_IS_UNKNOWN -> Refusal.of(why, HttpStatus.NOT_FOUND);
            case ALREADY_KEPT_OUT, NOT_KEPT_OUT -> Refusal.of(why, HttpStatus.CONFLICT);
        };
    }

    private KeptOutView view(KeptOut row) {
        return new KeptOutView(
                PublicId.encode("mbr", row.memberId()),
                members.card(row.memberId()).map(MemberCard::maskedName).orElse(""),
                row.channel(),
                row.reason(),
                row.since(),
                staff.who(row.by()));
    }
}
