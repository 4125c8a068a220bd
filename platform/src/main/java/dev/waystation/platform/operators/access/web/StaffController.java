package dev.waystation.platform.operators.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.operators.access.Role;
import dev.waystation.platform.operators.access.usecase.AddStaff;
import dev.waystation.platform.operators.access.usecase.ChangeStaff;
import dev.waystation.platform.operators.access.usecase.FindStaff;
import dev.waystation.platform.operators.access.usecase.StaffMember;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StaffController {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StaffView(
            String id,
            String login,
            String name,
            Set<String> roles,
            boolean active,
            @Nullable String oneTimePassword) {

        static StaffView of(StaffMember account, @Nullable String password) {
            return new StaffView(
                    PublicId.encode("stf", account.id()),
                    account.login(),
                    account.name(),
                    new TreeSet<>(account.roles()),
                    account.active(),
                    password);
        }
    }

    record RoleView(String code, Said label, Set<String> permissions) {}

    record StaffChange(String name, Set<String> roles, boolean active) {}

    private final FindStaff staff;
    private final AddStaff add;
    private final ChangeStaff change;

    StaffController(FindStaff staff, AddStaff add, ChangeStaff change) {
        this.staff = staff;
        this.add = add;
        this.change = change;
    }

    @GetMapping("/v1/staff")
    @Permission("staff.manage")
    Page<StaffView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return staff.page(Cursor.parse(cursor, 1), Cursor.limit(limit))
                .map(account -> StaffView.of(account, null));
    }

    @GetMapping("/v1/staff/{id}")
    @Permission("staff.manage")
    ResponseEntity<StaffView> show(@PathVariable String id) {
        StaffMember account = find(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.tag(account.version()))
                .body(StaffView.of(account, null));
    }

    @PostMapping("/v1/staff")
    @Permission("staff.manage")
    ResponseEntity<StaffView> add(@RequestBody AddStaff.Command command, Caller caller) {
        return switch (add.handle(command, caller.key())) {
            case AddStaff.Outcome.Added added ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .header(HttpHeaders.ETAG, Versions.tag(added.account().version()))
                            .body(StaffView.of(added.account(), added.oneTimePassword()));
            case AddStaff.Outcome.LoginIsTaken taken ->
                    throw Refusal.of(
                            "LOGIN_IS_TAKEN",
                            HttpStatus.CONFLICT,
                            Map.of("login", command.login()));
        };
    }

    @PutMapping("/v1/staff/{id}")
    @Permission("staff.manage")
    ResponseEntity<StaffView> change(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody StaffChange body,
            Caller caller) {
        StaffMember present = find(id);
        Versions.require(ifMatch, present.version());
        StaffMember changed =
                change.handle(
                                new ChangeStaff.Command(
                                        present.id(),
                                        present.version(),
                                        body.name(),
                                        body.roles(),
                                        body.active(),
                                        caller.key()))
                        .orElseThrow(Versions::changedMeanwhile);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.tag(changed.version()))
                .body(StaffView.of(changed, null));
    }

    @GetMapping("/v1/roles")
    @Permission("staff.manage")
    List<RoleView> roles() {
        return Arrays.stream(Role.values())
                .map(role ->
                        new RoleView(role.code(), role.label(), new TreeSet<>(role.permissions())))
                .toList();
    }

    private StaffMember find(String id) {
        return staff.find(PublicId.decode("stf", id)).orElseThrow(() -> Refusal.notFound(id));
    }
}
