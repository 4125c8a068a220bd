package dev.waystation.platform.members.wallet.model;

import org.jspecify.annotations.Nullable;

/**
 * What a promise will become once it comes true.
 *
 * @param funding null for whoever pays for the currency
 */
public record Promised(String source, @Nullable String funding, @Nullable String explanationId) {}
