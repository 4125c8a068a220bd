package dev.waystation.platform.members.partners.model;

import dev.waystation.platform.foundation.edge.Said;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose points members convert.
 *
 * @param code names the partner in files and addresses; also who funds the lots it pays for
 * @param clientId the API key that may speak for it, null for none
 */
public record Partner(
        long id,
        String code,
        Kind kind,
        Said name,
        Link link,
        @Nullable String endpoint,
        @Nullable Long clientId,
        boolean active) {

    /** What it does. */
    public enum Kind {
        BANK,
        TELECOM,
        HOTEL,
        SHOP
    }

    /** How we reach it. */
    public enum Link {
        /** A partner of our own making, for trying out. */
        SANDBOX,
        HTTP
    }
}
