package dev.waystation.platform.foundation.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Finds the caller of a request once and remembers it on the request. */
@Component
public class Callers {

    /** Request attribute; only code inside the process can set it. */
    public static final String ATTRIBUTE = "dev.waystation.caller";

    private final List<CallerSource> sources;

    Callers(List<CallerSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The {@link Caller#key()} of the request that this thread serves; empty outside of one. */
    public static Optional<String> current() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(each -> each.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST))
                .map(caller -> ((Caller) caller).key());
    }

    public Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller known) {
            return known;
        }
        Caller caller =
                sources.stream()
                        .flatMap(source -> source.caller(request).stream())
                        .findFirst()
                        .orElseGet(Caller.Anonymous::new);
        request.setAttribute(ATTRIBUTE, caller);
        return caller;
    }
}
