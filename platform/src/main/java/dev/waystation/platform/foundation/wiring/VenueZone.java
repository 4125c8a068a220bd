package dev.waystation.platform.foundation.wiring;

import java.time.ZoneId;

/** The zone in which business dates are read until a venue says otherwise. */
public final class VenueZone {

    public static final ZoneId DEFAULT = ZoneId.of("Asia/Shanghai");

    private VenueZone() {}
}
