package dev.waystation.platform.insight.trust.usecase;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;

/** Who may see which venues, in words. */
final class AuditOfVenues {

    private AuditOfVenues() {}

    static Said action(String action, Map<String, Object> values) {
        if (action.equals("StaffScoped")) {
            return new Said("设定员工可见的场馆", "Set which venues somebody sees");
        }
        if (action.equals("ProgramScoped")) {
            return new Said("设定程序可见的场馆", "Set which venues a program sees");
        }
        return Boolean.TRUE.equals(values.get("agreed"))
                ? new Said("签订场馆共享协议", "Agreed that a venue sees another")
                : new Said("终止场馆共享协议", "Ended the sharing between venues");
    }

    /** The venues, or who shows whom what for and by which contract. */
    static Said detail(Map<String, Object> values) {
        Object giver = values.get("giver");
        return Said.same(
                giver == null
                        ? String.valueOf(values.get("venues"))
                        : giver
                                + " → "
                                + values.get("taker")
                                + " · "
                                + values.get("purpose")
                                + " · "
                                + values.get("contract"));
    }
}
