package dev.waystation.platform.operators.venues.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Callers;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.operators.venues.DataScopes;
import dev.waystation.platform.operators.venues.VenueRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps staff and programs whose view is limited to venues from everything that does not know
 * venues. What is open either shows nothing of people, or asks {@link DataScopes} itself; a page
 * somebody adds tomorrow is shut until it does.
 */
@Component
class ScopeGate implements HandlerInterceptor, WebMvcConfigurer {

    private static final Pattern ANY_CALL = Pattern.compile("/v1/session(/.*)?");

    private static final Pattern READ =
            Pattern.compile(
                    "/v1/(world|problems|venues|events|event-counts|event-sources|event-types|event-mappings"
                            + "|members/[^/:]+/visits|stations|trains|park)(/.*)?");

    private final DataScopes scopes;
    private final Callers callers;

    ScopeGate(DataScopes scopes, Callers callers) {
        this.scopes = scopes;
        this.callers = callers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!isOpen(request)) {
            Caller caller = callers.of(request);
            Set<String> venues = scopes.venues(caller, DataScopes.Purpose.SERVICE).orElse(Set.of());
            if (!venues.isEmpty()) {
                throw Refusal.of(
                        VenueRefusal.OUTSIDE_VENUE_SCOPE,
                        HttpStatus.FORBIDDEN,
                        Map.of("venues", String.join(", ", new TreeSet<>(venues))));
            }
        }
        return true;
    }

    private static boolean isOpen(HttpServletRequest request) {
        String path = request.getRequestURI();
        return ANY_CALL.matcher(path).matches()
                || (request.getMethod().equals("GET") && READ.matcher(path).matches());
    }
}
