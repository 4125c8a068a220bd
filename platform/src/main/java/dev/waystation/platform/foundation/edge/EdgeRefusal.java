package dev.waystation.platform.foundation.edge;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** What the edge itself refuses. */
enum EdgeRefusal {
    SIGN_IN_REQUIRED(HttpStatus.UNAUTHORIZED),
    PERMISSION_MISSING(HttpStatus.FORBIDDEN),
    WRONG_KIND_OF_CALLER(HttpStatus.FORBIDDEN),
    FORGERY_TOKEN_MISSING(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    CONTENT_TYPE_NOT_SUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    ANSWER_TYPE_NOT_SUPPORTED(HttpStatus.NOT_ACCEPTABLE),
    MALFORMED(HttpStatus.BAD_REQUEST),
    IDEMPOTENCY_KEY_REQUIRED(HttpStatus.BAD_REQUEST),
    IDEMPOTENCY_KEY_OF_ANOTHER_REQUEST(HttpStatus.UNPROCESSABLE_CONTENT),
    IDEMPOTENCY_KEY_STILL_RUNNING(HttpStatus.CONFLICT),
    CHANGED_MEANWHILE(HttpStatus.PRECONDITION_FAILED),
    VERSION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    TRY_AGAIN(HttpStatus.SERVICE_UNAVAILABLE),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    EdgeRefusal(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    RefusalProblem problem() {
        return problem(Map.of());
    }

    RefusalProblem problem(Map<String, ?> values) {
        RefusalProblem problem = Refusal.of(name(), status, values);
        return this == IDEMPOTENCY_KEY_STILL_RUNNING || this == TRY_AGAIN
                ? problem.retryAfterSeconds(1)
                : problem;
    }
}
