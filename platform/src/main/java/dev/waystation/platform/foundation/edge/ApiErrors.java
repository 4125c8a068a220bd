package dev.waystation.platform.foundation.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What programs were refused lately, so that whoever writes one finds a request by its id and the
 * rule behind the refusal. It lives in memory and is bounded: this is help while connecting, not a
 * record to answer for. Addresses are kept without their query, bodies not at all.
 */
@Component
class ApiErrors {

    private static final int KEPT = 500;

    /** One refusal. */
    record ApiError(
            Instant at,
            String client,
            String clientName,
            String method,
            String path,
            int status,
            String code,
            String detail,
            String requestId) {}

    private final Clock clock;
    private final Deque<ApiError> latest = new ArrayDeque<>();

    ApiErrors(Clock clock) {
        this.clock = clock;
    }

    /** Keeps the refusal if a program with a key was refused. */
    void note(Problem problem, HttpServletRequest request) {
        if (request.getAttribute(Callers.ATTRIBUTE) instanceof Caller.ApiClient client) {
            var error =
                    new ApiError(
                            clock.instant(),
                            PublicId.encode("cli", client.id()),
                            client.name(),
                            request.getMethod(),
                            request.getRequestURI(),
                            problem.status(),
                            problem.code(),
                            problem.detail(),
                            problem.requestId());
            synchronized (latest) {
                latest.addFirst(error);
                if (latest.size() > KEPT) {
                    latest.removeLast();
                }
            }
        }
    }

    /** The newest first. */
    List<ApiError> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }
}
