package dev.waystation.platform.foundation.edge;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** Turns a refusal code into the problem that the caller sees. */
public final class Refusal {

    private Refusal() {}

    /**
     * A refusal with a stable code. Its sentences stand in {@code messages/<module>_zh.properties}
     * and {@code _en.properties} under the code; {@code {name}} there is replaced by the value.
     */
    public static RefusalProblem of(String code, HttpStatus status, Map<String, ?> values) {
        return new RefusalProblem(code, status, values);
    }

    public static RefusalProblem of(String code, HttpStatus status) {
        return new RefusalProblem(code, status, Map.of());
    }

    public static RefusalProblem of(Enum<?> code, HttpStatus status, Map<String, ?> values) {
        return new RefusalProblem(code.name(), status, values);
    }

    public static RefusalProblem of(Enum<?> code, HttpStatus status) {
        return new RefusalProblem(code.name(), status, Map.of());
    }

    /** The usual answer to an id that means nothing here. */
    public static RefusalProblem notFound(String what) {
        return EdgeRefusal.NOT_FOUND.problem(Map.of("what", what));
    }
}
