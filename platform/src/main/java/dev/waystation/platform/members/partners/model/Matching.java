package dev.waystation.platform.members.partners.model;

import dev.waystation.platform.members.partners.model.Statement.Difference;
import dev.waystation.platform.members.partners.model.Statement.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Compares our ledger, the partner's account and the payments. Pure. */
public final class Matching {

    /** Names the difference between net and payments among those of events. */
    public static final String PAYMENTS = "*payments";

    private Matching() {}

    /**
     * @param ours units by event
     * @param theirs units by event; empty when the partner sent nothing yet
     * @param disputes open or decided disputes by {@code event kind}
     */
    public static List<Difference> differences(
            Map<String, Long> ours,
            Map<String, Long> theirs,
            long net,
            long paid,
            Map<String, UUID> disputes) {
        List<Difference> found = new ArrayList<>();
        TreeSet<String> events = new TreeSet<>(ours.keySet());
        events.addAll(theirs.keySet());
        for (String event : events) {
            long mine = ours.getOrDefault(event, 0L);
            long his = theirs.getOrDefault(event, 0L);
            if (mine != his && !theirs.isEmpty()) {
                Gap gap = mine == 0 ? Gap.ONLY_THEIRS : his == 0 ? Gap.ONLY_OURS : Gap.UNITS_DIFFER;
                found.add(new Difference(event, gap, mine, his, disputes.get(event + " " + gap)));
            }
        }
        if (paid != net) {
            found.add(
                    new Difference(
                            PAYMENTS,
                            Gap.PAYMENT_DIFFERS,
                            net,
                            paid,
                            disputes.get(PAYMENTS + " " + Gap.PAYMENT_DIFFERS)));
        }
        return found;
    }
}
