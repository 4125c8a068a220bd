package dev.waystation.platform.selling.catalogue;

import java.time.Instant;

/**
 * A stop of a run. At the first call {@code arrives} equals {@code departs}, and so at the last.
 *
 * @param index 0 at the first call, without gaps; leg i joins call i and call i + 1
 */
public record Call(
        int index,
        String stationCode,
        String nameZh,
        String nameEn,
        String cityCode,
        Instant arrives,
        Instant departs) {}
