package dev.waystation.platform.insight.privacy.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.insight.privacy.model.Request;
import dev.waystation.platform.insight.privacy.usecase.ErasePerson;
import dev.waystation.platform.insight.privacy.usecase.ExportPerson;
import dev.waystation.platform.insight.privacy.usecase.ProveRequest;
import dev.waystation.platform.insight.privacy.usecase.ShowRequests;
import dev.waystation.platform.operators.access.StaffNames;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The privacy centre: what people asked of their data, with proof, and the month's report. */
@RestController
class PrivacyPages {

    record AskRequest(String reason) {}

    /**
     * A request that was done.
     *
     * @param document what became of every table, as it was signed
     * @param genuine whether the document is still the one the house signed
     */
    record RequestView(
            String id,
            String kind,
            String member,
            Said by,
            String reason,
            Instant at,
            @Nullable String document,
            @Nullable String signature,
            boolean genuine) {}

    /** What is kept of a person. */
    record PersonExport(List<ExportPerson.Part> parts) {}

    private final ShowRequests requests;
    private final ErasePerson erase;
    private final ExportPerson export;
    private final ProveRequest prove;
    private final StaffNames staff;

    PrivacyPages(
            ShowRequests requests,
            ErasePerson erase,
            ExportPerson export,
            ProveRequest prove,
            StaffNames staff) {
        this.staff = staff;
        this.requests = requests;
        this.erase = erase;
        this.export = export;
        this.prove = prove;
    }

    @GetMapping("/v1/privacy/requests")
    @Permission("privacy.read")
    Page<RequestView> privacyRequests(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Malformed.require(limit >= 1 && limit <= 200, "limit", limit, "ask for 1 to 200 items");
        long before = cursor == null ? Long.MAX_VALUE : PublicId.decode("prq", cursor);
        List<RequestView> all =
                requests.before(before, limit + 1).stream().map(this::view).toList();
        return all.size() <= limit
                ? new Page<>(all, null)
                : new Page<>(all.subList(0, limit), all.get(limit - 1).id());
    }

    /** What was asked of one person's data; it stays when the person is gone. */
    @GetMapping("/v1/members/{id}/privacy-requests")
    @Permission("privacy.read")
    Page<RequestView> requestsOfMember(@PathVariable String id) {
        return Page.last(requests.of(PublicId.decode("mbr", id)).stream().map(this::view).toList());
    }

    @GetMapping("/v1/privacy/requests/{id}")
    @Permission("privacy.read")
    RequestView privacyRequest(@PathVariable String id) {
        return requests.find(PublicId.decode("prq", id))
                .map(this::view)
                .orElseThrow(() -> Refusal.notFound(id));
    }

    /** All that is kept of a member, in clear text, to be handed to that person. */
    @PostMapping("/v1/members/{id}:export-person")
    @Permission("privacy.write")
    PersonExport exportPerson(
            @PathVariable String id, @RequestBody AskRequest wanted, Caller caller) {
        Malformed.require(
                wanted.reason().strip().length() >= 4,
                "reason",
                wanted.reason(),
                "say why, in at least 4 characters");
        return export.handle(PublicId.decode("mbr", id), caller.key(), wanted.reason().strip())
                .map(PersonExport::new)
                .orElseThrow(() -> Refusal.notFound(id));
    }

    /** Erases a member for good and answers the proof. */
    @PostMapping("/v1/members/{id}:erase")
    @Permission("privacy.write")
    RequestView erasePerson(
            @PathVariable String id, @RequestBody AskRequest wanted, Caller caller) {
        return erased(id, wanted, caller);
    }

    @GetMapping("/v1/me/data")
    @Permission(Permission.MEMBER)
    PersonExport myData(Caller caller) {
        return export.handle(me(caller), caller.key(), "the member looked")
                .map(PersonExport::new)
                .orElseThrow(() -> Refusal.notFound("me"));
    }

    /** What I asked of my data, and what became of it. */
    @GetMapping("/v1/me/privacy-requests")
    @Permission(Permission.MEMBER)
    Page<RequestView> myRequests(Caller caller) {
        return Page.last(requests.of(me(caller)).stream().map(this::view).toList());
    }

    /** Ends the membership and erases the person; the proof is theirs to keep. */
    @PostMapping("/v1/me:erase")
    @Permission(Permission.MEMBER)
    RequestView eraseMe(@RequestBody AskRequest wanted, Caller caller) {
        return erased(PublicId.encode("mbr", me(caller)), wanted, caller);
    }

    private RequestView erased(String id, AskRequest wanted, Caller caller) {
        var command =
                new ErasePerson.Command(PublicId.decode("mbr", id), caller.key(), wanted.reason());
        return switch (erase.handle(command)) {
            case ErasePerson.Outcome.Erased(long proof) ->
                    requests.find(proof).map(this::view).orElseThrow(() -> Refusal.notFound(id));
            case ErasePerson.Outcome.NotYet(var first) ->
                    throw Refusal.of(first.code(), HttpStatus.CONFLICT, first.values());
            case ErasePerson.Outcome.Unknown() -> throw Refusal.notFound(id);
        };
    }

    private static long me(Caller caller) {
        if (caller instanceof Caller.Member member) {
            return member.memberId();
        }
        throw Refusal.notFound("me");
    }

    private RequestView view(Request request) {
        return new RequestView(
                PublicId.encode("prq", request.id()),
                request.kind(),
                PublicId.encode("mbr", request.memberId()),
                staff.who(request.by()),
                request.reason(),
                request.at(),
                request.document(),
                request.signature(),
                prove.holds(request));
    }
}
