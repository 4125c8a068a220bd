package dev.waystation.platform.members.wallet.model;

import java.time.LocalDate;

/** A lot as the member sees it. */
public record LotLine(
        LocalDate lastDay, String funding, String source, long original, long free, long held) {}
