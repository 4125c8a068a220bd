package dev.waystation.platform.engagement.outreach.usecase;

import dev.waystation.platform.engagement.outreach.model.Kind;
import dev.waystation.platform.engagement.outreach.store.AllowanceRows;
import dev.waystation.platform.engagement.outreach.store.ChatRows;
import dev.waystation.platform.engagement.outreach.store.ContactRows;
import dev.waystation.platform.engagement.outreach.store.LineRows;
import dev.waystation.platform.engagement.outreach.store.MassTaskRows;
import dev.waystation.platform.engagement.outreach.store.PartRows;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what groups and Moments are allowed, and writes who is asked to send to whom. */
@Component
class ReserveReceivers {

    private final ContactRows contacts;
    private final ChatRows chats;
    private final AllowanceRows allowances;
    private final MassTaskRows tasks;
    private final Rows rows;
    private final Prospect prospect;

    ReserveReceivers(
            ContactRows contacts,
            ChatRows chats,
            AllowanceRows allowances,
            MassTaskRows tasks,
            Rows rows,
            Prospect prospect) {
        this.contacts = contacts;
        this.chats = chats;
        this.allowances = allowances;
        this.tasks = tasks;
        this.rows = rows;
        this.prospect = prospect;
    }

    /** Parts and their lines, written together. */
    @Component
    record Rows(PartRows parts, LineRows lines) {}

    Optional<String> account() {
        return prospect.account();
    }

    Kind.Limit limit(String account, Kind kind) {
        return prospect.limit(account, kind);
    }

    List<Prospect.Step> preview(String account, PlanTask.Command wanted) {
        Long segment = wanted.segment();
        if (wanted.kind() == Kind.CUSTOMERS && segment != null) {
            return prospect.segment(account, segment);
        }
        return prospect.receivers(
                account,
                wanted.kind(),
                byStaff(account, wanted).values().stream()
                        .flatMap(List::stream)
                        .map(ContactRows.Known::customer)
                        .distinct()
                        .toList());
    }

    void handle(long task, String account, PlanTask.Command wanted, String body, Instant now) {
        Kind.Limit limit = prospect.limit(account, wanted.kind());
        for (Map.Entry<String, List<ContactRows.Known>> each :
                byStaff(account, wanted).entrySet()) {
            Set<String> taken =
                    allowances.take(
                            account,
                            limit,
                            each.getValue().stream().map(ContactRows.Known::customer).toList());
            List<ContactRows.Known> left =
                    each.getValue().stream().filter(one -> taken.contains(one.customer())).toList();
            if (!left.isEmpty()) {
                write(task, each.getKey(), body, left, now);
                if (wanted.kind() == Kind.GROUPS) {
                    tasks.addGroups(task, left.size());
                }
            }
        }
    }

    private void write(
            long task, String staff, String body, List<ContactRows.Known> left, Instant now) {
        long part =
                rows.parts()
                        .gather(task, staff, GatherForStaff.digest(body), body, left.size(), now);
        List<@Nullable Long> members = new ArrayList<>();
        left.forEach(one -> members.add(one.memberId()));
        rows.lines()
                .addAll(
                        part,
                        left.stream().map(ContactRows.Known::customer).toList(),
                        members.toArray(Long[]::new),
                        LocalDate.ofInstant(now, VenueZone.DEFAULT));
    }

    private Map<String, List<ContactRows.Known>> byStaff(String account, PlanTask.Command wanted) {
        Map<String, List<ContactRows.Known>> found = new TreeMap<>();
        if (wanted.kind() == Kind.GROUPS) {
            chats.some(account, wanted.chats())
                    .forEach(chat ->
                            found.computeIfAbsent(chat.owner(), _ -> new ArrayList<>())
                                    .add(new ContactRows.Known(chat.chat(), null)));
        } else {
            wanted.staff().forEach(one -> found.put(one, contacts.ofStaff(account, one)));
        }
        return found;
    }
}
