package dev.waystation.platform.foundation.edge;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * A reference that is the same each time the same caller repeats the same write. Effects that
 * cannot join the request's transaction, such as a decision on a lane, are keyed by it.
 */
public final class IdempotencyReference {

    private static final String ATTRIBUTE = "dev.waystation.idempotencyReference";

    private IdempotencyReference() {}

    /** The reference of the request that this thread serves; a fresh one outside of a request. */
    public static UUID current() {
        @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return UUID.randomUUID();
        }
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                instanceof UUID known) {
            return known;
        }
        UUID fresh = UUID.randomUUID();
        request.setAttribute(ATTRIBUTE, fresh, RequestAttributes.SCOPE_REQUEST);
        return fresh;
    }

    static UUID of(String caller, String key) {
        return UUID.nameUUIDFromBytes((caller + '\n' + key).getBytes(StandardCharsets.UTF_8));
    }

    static String attribute() {
        return ATTRIBUTE;
    }
}
