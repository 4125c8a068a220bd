package dev.waystation.platform.insight.privacy.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.vault.Forgets;
import dev.waystation.platform.foundation.vault.Obligations;
import dev.waystation.platform.foundation.vault.PersonRows;
import dev.waystation.platform.members.membership.Departures;
import dev.waystation.platform.members.membership.MemberLinks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a person in one transaction, once nothing is owed to them any more: rows go or lose the
 * person, the key of what was sealed is destroyed, and a signed document says of every table what
 * became of it. Bitmaps and whatever is held in memory follow by the fact that somebody left.
 */
@Service
public class ErasePerson {

    /** Whom, who wants it, and why. */
    public record Command(long memberId, String by, String reason) {
        public Command {
            Malformed.require(
                    reason.strip().length() >= 4,
                    "reason",
                    reason,
                    "say why, in at least 4 characters");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** Everything is gone; the number is that of the proof. */
        record Erased(long proof) implements Outcome {}

        /** Something is still owed to the person. */
        record NotYet(Obligations.Obligation first) implements Outcome {}

        /** Somebody who is no member. */
        record Unknown() implements Outcome {}
    }

    private final List<Obligations> obligations;
    private final List<Forgets> others;
    private final PersonRows rows;
    private final Departures departures;
    private final MemberLinks links;
    private final ProveRequest prove;

    ErasePerson(
            ObjectProvider<Obligations> obligations,
            ObjectProvider<Forgets> others,
            PersonRows rows,
            Departures departures,
            MemberLinks links,
            ProveRequest prove) {
        this.obligations = obligations.orderedStream().toList();
        this.others = others.orderedStream().toList();
        this.rows = rows;
        this.departures = departures;
        this.links = links;
        this.prove = prove;
    }

    @Transactional
    public Outcome handle(Command command) {
        if (departures.open(command.memberId()).isEmpty()) {
            return new Outcome.Unknown();
        }
        // who is one person with others is erased whole
        List<Long> numbers = links.samePerson(command.memberId());
        Optional<Obligations.Obligation> open = owed(numbers);
        return open.isPresent()
                ? new Outcome.NotYet(open.get())
                : new Outcome.Erased(erase(command, numbers));
    }

    private Optional<Obligations.Obligation> owed(List<Long> numbers) {
        return numbers.stream()
                .flatMap(number -> obligations.stream().map(each -> each.towards(number)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private long erase(Command command, List<Long> numbers) {
        Map<String, Map<String, Object>> tables = new TreeMap<>();
        for (long number : numbers) {
            for (Forgets each : others) {
                note(tables, each.what(), "EMPTIED", "", each.forget(number));
            }
            for (PersonRows.Count count : rows.erase(number)) {
                note(tables, count.table(), count.fate().name(), count.retention(), count.rows());
            }
            departures.leave(number, "erased", command.by());
        }
        note(tables, "foundation.person_key", "DESTROYED", "", numbers.size());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "members", numbers.stream().map(number -> PublicId.encode("mbr", number)).toList());
        document.put("tables", tables);
        return prove.erased(command, document);
    }

    private static void note(
            Map<String, Map<String, Object>> tables,
            String table,
            String fate,
            String retention,
            int count) {
        if (count == 0) {
            return;
        }
        Map<String, Object> line = tables.computeIfAbsent(table, _ -> new LinkedHashMap<>());
        line.put("fate", fate);
        if (!retention.isEmpty()) {
            line.put("retention", retention);
        }
        line.merge("rows", count, (one, more) -> (Integer) one + (Integer) more);
    }
}
