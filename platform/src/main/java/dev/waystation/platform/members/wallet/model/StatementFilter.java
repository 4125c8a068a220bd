package dev.waystation.platform.members.wallet.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a statement; null and empty mean all.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record StatementFilter(
        List<String> kinds, @Nullable Instant from, @Nullable Instant to, @Nullable String order) {

    public static final StatementFilter ALL = new StatementFilter(List.of(), null, null, null);

    public StatementFilter {
        kinds = List.copyOf(kinds);
    }
}
