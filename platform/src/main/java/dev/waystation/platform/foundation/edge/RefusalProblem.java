package dev.waystation.platform.foundation.edge;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A refusal on its way out of a controller; nothing inside a use case throws it. */
public final class RefusalProblem extends RuntimeException {

    private final String code;
    private final HttpStatus status;
    private final transient Map<String, ?> values;
    private final int retryAfterSeconds;
    private final transient @Nullable Explanation why;

    RefusalProblem(String code, HttpStatus status, Map<String, ?> values) {
        this(code, status, values, -1, null);
    }

    private RefusalProblem(
            String code,
            HttpStatus status,
            Map<String, ?> values,
            int retryAfterSeconds,
            @Nullable Explanation why) {
        super(code + " " + values, null, false, false);
        this.code = code;
        this.status = status;
        this.values = Map.copyOf(values);
        this.retryAfterSeconds = retryAfterSeconds;
        this.why = why;
    }

    /** Says that the same request may succeed after a while. */
    public RefusalProblem retryAfterSeconds(int seconds) {
        return new RefusalProblem(code, status, values, seconds, why);
    }

    /** Adds the reasons, shown under {@code why}. */
    public RefusalProblem because(@Nullable Explanation explanation) {
        return new RefusalProblem(code, status, values, retryAfterSeconds, explanation);
    }

    public String code() {
        return code;
    }

    public HttpStatus status() {
        return status;
    }

    public Map<String, ?> values() {
        return values;
    }

    public @Nullable Explanation why() {
        return why;
    }

    OptionalInt retryAfter() {
        return retryAfterSeconds < 0 ? OptionalInt.empty() : OptionalInt.of(retryAfterSeconds);
    }
}
