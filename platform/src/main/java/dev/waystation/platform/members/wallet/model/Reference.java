package dev.waystation.platform.members.wallet.model;

import java.util.UUID;

/** What makes a command happen once for ever. */
public record Reference(long memberId, UUID reference) {}
