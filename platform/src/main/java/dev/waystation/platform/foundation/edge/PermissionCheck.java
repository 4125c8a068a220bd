package dev.waystation.platform.foundation.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to a handler of ours only with one of the handler's permissions. */
@Component
class PermissionCheck implements HandlerInterceptor {

    private static final String OURS = "dev.waystation.";

    private final Callers callers;

    PermissionCheck(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith(OURS)) {
            return true;
        }
        @Nullable Permission permission = method.getMethodAnnotation(Permission.class);
        if (permission == null) {
            throw new IllegalStateException("No @Permission on " + method);
        }
        Set<String> wanted = Set.of(permission.value());
        Caller caller = callers.of(request);
        if (caller.may(wanted)) {
            return true;
        }
        throw caller instanceof Caller.Anonymous
                ? EdgeRefusal.SIGN_IN_REQUIRED.problem()
                : EdgeRefusal.PERMISSION_MISSING.problem(
                        Map.of("permission", String.join(", ", permission.value())));
    }
}
