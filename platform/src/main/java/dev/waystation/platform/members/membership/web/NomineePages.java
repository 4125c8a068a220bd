package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.membership.model.Nominee;
import dev.waystation.platform.members.membership.usecase.MergeMembers;
import dev.waystation.platform.members.membership.usecase.NominateTraveller;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For whom a member redeems, and which members are one person. */
@RestController
class NomineePages {

    /** A traveller one may redeem for from a day on. */
    record NomineeView(String travellerId, LocalDate activeOn) {}

    record NomineeRequest(String travellerId) {}

    record MergeRequest(String into, String reason) {}

    record UnmergeRequest(String reason) {}

    /** Who stays, and who leads there. */
    record MergedView(String stays, List<String> merged) {}

    private final NominateTraveller nominate;
    private final MergeMembers merge;

    NomineePages(NominateTraveller nominate, MergeMembers merge) {
        this.nominate = nominate;
        this.merge = merge;
    }

    @GetMapping("/v1/me/nominees")
    @Permission(Permission.MEMBER)
    Page<NomineeView> mine(Caller caller) {
        return page(nominate.current(memberId(caller)));
    }

    @PostMapping("/v1/me/nominees")
    @Permission(Permission.MEMBER)
    Page<NomineeView> add(Caller caller, @RequestBody NomineeRequest body) {
        return answer(nominate.add(memberId(caller), PublicId.decode("trv", body.travellerId())));
    }

    @DeleteMapping("/v1/me/nominees/{travellerId}")
    @Permission(Permission.MEMBER)
    Page<NomineeView> remove(Caller caller, @PathVariable String travellerId) {
        return answer(nominate.remove(memberId(caller), PublicId.decode("trv", travellerId)));
    }

    @PostMapping("/v1/members/{id}:merge")
    @Permission("members.merge")
    MergedView merge(@PathVariable String id, @RequestBody MergeRequest body, Caller caller) {
        return answer(
                merge.merge(
                        PublicId.decode("mbr", id),
                        PublicId.decode("mbr", body.into()),
                        body.reason(),
                        who(caller)));
    }

    @PostMapping("/v1/members/{id}:unmerge")
    @Permission("members.merge")
    MergedView unmerge(@PathVariable String id, @RequestBody UnmergeRequest body, Caller caller) {
        return answer(merge.undo(PublicId.decode("mbr", id), body.reason(), who(caller)));
    }

    private static Page<NomineeView> answer(NominateTraveller.Outcome outcome) {
        return switch (outcome) {
            case NominateTraveller.Outcome.Listed(List<Nominee> nominees) -> page(nominees);
            case NominateTraveller.Outcome.Refused refused ->
                    throw Refusal.of(refused.code(), HttpStatus.CONFLICT);
        };
    }

    private static MergedView answer(MergeMembers.Outcome outcome) {
        return switch (outcome) {
            case MergeMembers.Outcome.Linked(long stays, List<Long> merged) ->
                    new MergedView(
                            PublicId.encode("mbr", stays),
                            merged.stream().map(each -> PublicId.encode("mbr", each)).toList());
            case MergeMembers.Outcome.Refused refused ->
                    throw Refusal.of(refused.code(), HttpStatus.CONFLICT);
        };
    }

    private static Page<NomineeView> page(List<Nominee> nominees) {
        return Page.last(
                nominees.stream()
                        .map(each ->
                                new NomineeView(
                                        PublicId.encode("trv", each.travellerId()),
                                        each.activeOn()))
                        .toList());
    }

    private static long memberId(Caller caller) {
        return switch (caller) {
            case Caller.Member(long id) -> id;
            case Caller.Staff _, Caller.ApiClient _, Caller.Anonymous _ ->
                    throw new Malformed("caller", caller.key(), "sign in as a member");
        };
    }

    private static String who(Caller caller) {
        return caller instanceof Caller.Staff staff ? staff.name() : caller.key();
    }
}
