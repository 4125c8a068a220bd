package dev.waystation.platform;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Callers;
import dev.waystation.platform.operators.access.Role;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Who sends a MockMvc request: {@code mvc.perform(post("/v1/orders").with(SignIn.member(42)))}. It
 * also brings a fresh idempotency key, unless the request carries one.
 */
public final class SignIn {

    private SignIn() {}

    /** Staff with all permissions of the roles, such as {@code "operations"}. */
    public static RequestPostProcessor role(String... roles) {
        Set<String> permissions = new HashSet<>();
        for (String role : roles) {
            permissions.addAll(Role.of(role).orElseThrow().permissions());
        }
        return as(new Caller.Staff(1, "Test", Set.of(roles), permissions));
    }

    /** Staff with exactly these permissions. */
    public static RequestPostProcessor staff(String... permissions) {
        return as(new Caller.Staff(1, "Test", Set.of(), Set.of(permissions)));
    }

    public static RequestPostProcessor member(long memberId) {
        return as(new Caller.Member(memberId));
    }

    public static RequestPostProcessor client(String... scopes) {
        Set<String> granted = Stream.of(scopes).collect(Collectors.toSet());
        return as(new Caller.ApiClient(1, "Test", granted));
    }

    public static RequestPostProcessor nobody() {
        return as(new Caller.Anonymous());
    }

    public static RequestPostProcessor as(Caller caller) {
        return request -> {
            request.setAttribute(Callers.ATTRIBUTE, caller);
            if (request.getHeader("Idempotency-Key") == null) {
                request.addHeader("Idempotency-Key", UUID.randomUUID().toString());
            }
            return request;
        };
    }
}
