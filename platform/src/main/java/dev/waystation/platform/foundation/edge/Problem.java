package dev.waystation.platform.foundation.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457, with a stable code for programs and a sentence for people.
 *
 * @param type relative address of the page that describes the code
 * @param title sentence of the code without values
 * @param detail sentence of the code, with values
 * @param errors places in the request body, as JSON pointers
 * @param requestId names this request in the log
 * @param retryable whether the same request may succeed later
 * @param why the reasons, where the refusal has some
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        List<Place> errors,
        String requestId,
        boolean retryable,
        Map<String, ?> values,
        @Nullable Explanation why) {

    /** One place in the body and what is wrong there. */
    record Place(String pointer, String value, String remedy) {}
}
