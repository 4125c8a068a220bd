package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.audience.Segments;
import dev.waystation.platform.engagement.channels.WecomCalls;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.outreach.model.Kind;
import dev.waystation.platform.engagement.outreach.store.AllowanceRows;
import dev.waystation.platform.engagement.outreach.store.ContactRows;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.Reachability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who would be reached by a task made now, and what keeps the others. */
@Component
public class Prospect {

    private static final int PAGE = 2_000;
    private static final String MEDIUM = "wechat";

    private final Segments segments;
    private final Members members;
    private final ContactRows contacts;
    private final AllowanceRows allowances;
    private final WecomCalls wecom;
    private final Clock clock;

    Prospect(
            Segments segments,
            Members members,
            ContactRows contacts,
            AllowanceRows allowances,
            WecomCalls wecom,
            Clock clock) {
        this.segments = segments;
        this.members = members;
        this.contacts = contacts;
        this.allowances = allowances;
        this.wecom = wecom;
        this.clock = clock;
    }

    /** One bar: negative for those lost to a cause. */
    public record Step(String code, Said label, long count) {}

    /** The company tasks are made in. */
    Optional<String> account() {
        return wecom.accounts().stream().findFirst();
    }

    /** The limit of today, by the account's own numbers. */
    Kind.Limit limit(String account, Kind kind) {
        String own = wecom.setting(account, "momentsPerMonth");
        return kind.limit(
                LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT),
                own.matches("[0-9]{1,3}") ? Integer.parseInt(own) : 0);
    }

    List<Step> segment(String account, long segment) {
        Map<String, Long> counts = new HashMap<>();
        List<Long> page = segments.members(segment, 0, PAGE);
        while (!page.isEmpty()) {
            count(account, page, counts);
            page = segments.members(segment, page.getLast(), PAGE);
        }
        List<Step> steps = new ArrayList<>();
        steps.add(step("MATCHED", "符合条件", "matched", counts, 1));
        steps.add(step("NO_CONSENT", "未同意营销", "no consent", counts, -1));
        steps.add(step("NOT_A_CONTACT", "没有员工加过好友", "no staff knows them", counts, -1));
        steps.add(step("HAD_ONE_TODAY", "今天已占用一条", "had one today", counts, -1));
        steps.add(step("WILL_RECEIVE", "将收到", "will receive", counts, 1));
        return steps;
    }

    private void count(String account, List<Long> page, Map<String, Long> counts) {
        Map<Long, Reachability> reach = members.reach(page);
        Map<Long, String> customers = contacts.customers(account, page);
        Set<String> full =
                allowances.full(account, limit(account, Kind.CUSTOMERS), customers.values());
        for (long member : page) {
            counts.merge("MATCHED", 1L, Long::sum);
            Reachability said = reach.get(member);
            String customer = customers.get(member);
            String fate =
                    said == null || !said.consent(MEDIUM, MessageOffer.MARKETING).granted()
                            ? "NO_CONSENT"
                            : customer == null
                                    ? "NOT_A_CONTACT"
                                    : full.contains(customer) ? "HAD_ONE_TODAY" : "WILL_RECEIVE";
            counts.merge(fate, 1L, Long::sum);
        }
    }

    /** Groups or customers of staff, and those that had as many as they may. */
    List<Step> receivers(String account, Kind kind, Collection<String> receivers) {
        long full = allowances.full(account, limit(account, kind), receivers).size();
        return List.of(
                new Step("MATCHED", new Said("已选", "chosen"), receivers.size()),
                new Step("HAD_ALL_THIS_MONTH", new Said("本月次数已满", "had all of this month"), -full),
                new Step("WILL_RECEIVE", new Said("将收到", "will receive"), receivers.size() - full));
    }

    private static Step step(
            String code, String zh, String en, Map<String, Long> counts, int sign) {
        return new Step(code, new Said(zh, en), sign * counts.getOrDefault(code, 0L));
    }
}
