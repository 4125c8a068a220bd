package dev.waystation.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.operators.access.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every operation × every role, a member, a client with and without the scope, and nobody signed
 * in.
 */
@PlatformIT
class PermissionMatrixIT {

    private static final Set<String> BEYOND_ROLES =
            Set.of(Permission.PUBLIC, Permission.MEMBER, Permission.STAFF);

    /** A program of its own for every operation: none comes near what one may ask in a second. */
    private static final AtomicLong PROGRAMS = new AtomicLong(1_000_000);

    @Autowired private MockMvc mvc;
    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private record Operation(HttpMethod method, String path, HandlerMethod handler) {
        String address() {
            return path.replaceAll("\\{[^}]+}", "x_0000000000000");
        }
    }

    @Test
    void everyOperationDeclaresItsPermission() {
        List<String> bare =
                operations().stream()
                        .filter(op -> op.handler().getMethodAnnotation(Permission.class) == null)
                        .map(op -> op.method() + " " + op.path())
                        .toList();
        assertThat(bare).isEmpty();
        assertThat(operations()).hasSizeGreaterThan(10);
    }

    @Test
    void everyPermissionBelongsToSomeRole() {
        Set<String> orphans = new TreeSet<>();
        operations().forEach(op -> orphans.addAll(permissions(op)));
        orphans.removeAll(Role.allPermissions());
        orphans.removeAll(BEYOND_ROLES);
        assertThat(orphans).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> letsInExactlyThoseWhoHoldThePermission() {
        return operations().stream()
                .map(op ->
                        DynamicTest.dynamicTest(op.method() + " " + op.path(), () -> checkAll(op)));
    }

    private void checkAll(Operation op) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Caller> caller : callers(permissions(op)).entrySet()) {
            MockHttpServletResponse answer =
                    mvc.perform(
                                    MockMvcRequestBuilders.request(op.method(), op.address())
                                            .with(SignIn.as(caller.getValue()))
                                            .contentType(MediaType.APPLICATION_JSON)
                                            .content("not json"))
                            .andReturn()
                            .getResponse();
            String body = answer.getContentAsString();
            // The list of all problems names these codes too, so the status counts as well.
            boolean keptOut =
                    (answer.getStatus() == 401 || answer.getStatus() == 403)
                            && (body.contains("SIGN_IN_REQUIRED")
                                    || body.contains("PERMISSION_MISSING"));
            boolean unanswered = answer.getStatus() == 429;
            if (unanswered || keptOut == expected(caller.getKey(), permissions(op))) {
                wrong.add(caller.getKey() + " got " + answer.getStatus());
            }
        }
        assertThat(wrong).as("wrongly let in or kept out").isEmpty();
    }

    /** Written without {@link Caller#may}, so that the two check each other. */
    private static boolean expected(String who, Set<String> permissions) {
        if (permissions.contains("public")) {
            return true;
        }
        if (who.equals("member")) {
            return permissions.contains("member");
        }
        if (who.equals("nobody") || who.equals("client with all other scopes")) {
            return false;
        }
        if (who.equals("client with its scopes")) {
            return permissions.stream().anyMatch(Role.allPermissions()::contains);
        }
        Set<String> held = Role.of(who).orElseThrow().permissions();
        return permissions.contains("staff") || permissions.stream().anyMatch(held::contains);
    }

    private static Map<String, Caller> callers(Set<String> wanted) {
        Set<String> others = new TreeSet<>(Role.allPermissions());
        others.removeAll(wanted);
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put("nobody", new Caller.Anonymous());
        callers.put("member", new Caller.Member(Long.MAX_VALUE));
        callers.put("client with its scopes", program(wanted));
        callers.put("client with all other scopes", program(others));
        for (Role role : Role.values()) {
            callers.put(
                    role.code(),
                    new Caller.Staff(1, "Test", Set.of(role.code()), role.permissions()));
        }
        return callers;
    }

    private static Caller program(Set<String> scopes) {
        return new Caller.ApiClient(PROGRAMS.incrementAndGet(), "Test", scopes);
    }

    private static Set<String> permissions(Operation op) {
        Permission permission = op.handler().getMethodAnnotation(Permission.class);
        return permission == null ? Set.of() : Set.of(permission.value());
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                requestMappingHandlerMapping.getHandlerMethods().entrySet()) {
            if (!entry.getValue().getBeanType().getName().startsWith("dev.waystation.")) {
                continue;
            }
            for (String path : entry.getKey().getPatternValues()) {
                for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
                    operations.add(new Operation(method.asHttpMethod(), path, entry.getValue()));
                }
            }
        }
        return operations;
    }
}
