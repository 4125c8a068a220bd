package dev.waystation.platform.operators.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.PublicId;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The caller as their own screen sees them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallerView(
        String kind,
        @Nullable String id,
        @Nullable String name,
        @Nullable Set<String> roles,
        @Nullable Set<String> permissions,
        @Nullable Boolean mustChangePassword) {

    static CallerView of(Caller caller, boolean mustChangePassword) {
        return switch (caller) {
            case Caller.Staff staff ->
                    new CallerView(
                            "staff",
                            PublicId.encode("stf", staff.id()),
                            staff.name(),
                            new TreeSet<>(staff.roles()),
                            new TreeSet<>(staff.permissions()),
                            mustChangePassword);
            case Caller.Member member ->
                    new CallerView(
                            "member",
                            PublicId.encode("mbr", member.memberId()),
                            null,
                            null,
                            null,
                            null);
            case Caller.ApiClient client ->
                    new CallerView(
                            "client",
                            PublicId.encode("cli", client.id()),
                            client.name(),
                            null,
                            new TreeSet<>(client.scopes()),
                            null);
            case Caller.Anonymous nobody ->
                    new CallerView("anonymous", null, null, null, null, null);
        };
    }
}
