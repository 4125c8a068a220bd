package dev.waystation.platform.selling.inventory.model;

import dev.waystation.platform.selling.inventory.InventoryRefusal;
import dev.waystation.release.Cause;

/** The refusal a cause of the quotas amounts to. */
public final class RefusalCodes {

    private RefusalCodes() {}

    /** A passenger who could be seated alone is refused for the sake of the party. */
    public static InventoryRefusal of(Cause cause) {
        return switch (cause) {
            case LEG_IS_FULL -> InventoryRefusal.LEG_IS_FULL;
            case NOT_RELEASED_YET -> InventoryRefusal.NOT_RELEASED_YET;
            case QUOTA_IS_SOLD_OUT -> InventoryRefusal.QUOTA_IS_SOLD_OUT;
            case RESERVED_FOR_OTHERS -> InventoryRefusal.RESERVED_FOR_OTHERS;
            case AVAILABLE -> InventoryRefusal.MORE_PASSENGERS_THAN_SEATS;
        };
    }
}
