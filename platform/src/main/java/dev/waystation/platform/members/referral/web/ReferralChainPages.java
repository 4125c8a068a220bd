package dev.waystation.platform.members.referral.web;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.referral.usecase.ShowInvitations;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who brought whom, and groups that share too much. */
@RestController
class ReferralChainPages {

    record ChainPerson(String memberId, String name) {}

    record ChainLink(
            String memberId,
            String name,
            String broughtBy,
            int depth,
            String state,
            String review,
            List<String> flags,
            long heldPoints,
            long earnedPoints,
            int brought) {}

    /** {@code above} from whoever brought the root up to the first of the chain. */
    record ChainView(ChainPerson root, List<ChainPerson> above, List<ChainLink> below) {}

    record ClusterView(
            String signal,
            String name,
            List<String> invitees,
            List<String> inviters,
            long heldPoints,
            long earnedPoints,
            int open,
            Instant lastSeen) {}

    private static final int USUAL_DEPTH = 2;
    private static final int DEEPEST = 20;

    private final ShowInvitations show;

    ReferralChainPages(ShowInvitations show) {
        this.show = show;
    }

    @GetMapping("/v1/members/{id}/invite-chain")
    @Permission("referral.read")
    ChainView chain(
            @PathVariable String id, @RequestParam(required = false) @Nullable Integer depth) {
        int deep = depth == null ? USUAL_DEPTH : depth;
        Malformed.require(deep >= 1 && deep <= DEEPEST, "depth", deep, "ask for 1 to 20 levels");
        ShowInvitations.Chain chain = show.chain(PublicId.decode(InviteProblems.MEMBER, id), deep);
        return new ChainView(
                person(chain.root()),
                chain.above().stream().map(ReferralChainPages::person).toList(),
                chain.below().stream()
                        .map(each ->
                                new ChainLink(
                                        member(each.link().memberId()),
                                        each.masked(),
                                        member(each.link().broughtBy()),
                                        each.link().depth(),
                                        each.link().state().toLowerCase(java.util.Locale.ROOT),
                                        each.link().review().toLowerCase(java.util.Locale.ROOT),
                                        each.link().flags(),
                                        each.link().held(),
                                        each.link().earned(),
                                        each.link().brought()))
                        .toList());
    }

    @GetMapping("/v1/referral-campaigns/{id}/clusters")
    @Permission("referral.read")
    Page<ClusterView> clusters(@PathVariable String id) {
        return Page.last(
                show.clusters(PublicId.decode(InviteProblems.CAMPAIGN, id)).stream()
                        .map(each ->
                                new ClusterView(
                                        each.signal(),
                                        each.name(),
                                        each.invitees().stream()
                                                .map(ReferralChainPages::member)
                                                .toList(),
                                        each.inviters().stream()
                                                .map(ReferralChainPages::member)
                                                .toList(),
                                        each.held(),
                                        each.earned(),
                                        each.open(),
                                        each.lastSeen()))
                        .toList());
    }

    private static ChainPerson person(ShowInvitations.Person person) {
        return new ChainPerson(member(person.memberId()), person.masked());
    }

    private static String member(long id) {
        return PublicId.encode(InviteProblems.MEMBER, id);
    }
}
