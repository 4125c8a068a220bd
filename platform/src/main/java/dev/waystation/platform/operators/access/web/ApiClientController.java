package dev.waystation.platform.operators.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.operators.access.usecase.ApiClients;
import dev.waystation.platform.operators.access.usecase.IssueApiKey;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/api-clients")
class ApiClientController {

    record NewClient(String name, Set<String> scopes) {}

    record ClientView(
            String id,
            String name,
            String prefix,
            Set<String> scopes,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {

        static ClientView of(ApiClients.Client client) {
            return new ClientView(
                    PublicId.encode("cli", client.id()),
                    client.name(),
                    client.prefix(),
                    new TreeSet<>(client.scopes()),
                    client.createdAt(),
                    client.lastUsedAt(),
                    client.revokedAt());
        }
    }

    /** Holds the key; the only answer that ever does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IssuedView(String id, String name, String prefix, Set<String> scopes, String key) {}

    private final ApiClients clients;
    private final IssueApiKey issue;

    ApiClientController(ApiClients clients, IssueApiKey issue) {
        this.clients = clients;
        this.issue = issue;
    }

    @GetMapping
    @Permission("clients.manage")
    Page<ClientView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return clients.page(Cursor.parse(cursor, 1), Cursor.limit(limit)).map(ClientView::of);
    }

    @PostMapping
    @Permission("clients.manage")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedView issue(@RequestBody NewClient wanted, Caller.Staff maker) {
        IssueApiKey.Issued issued =
                issue.handle(
                        new IssueApiKey.Command(
                                wanted.name(), wanted.scopes(), maker.id(), maker.permissions()));
        return new IssuedView(
                PublicId.encode("cli", issued.id()),
                wanted.name(),
                issued.prefix(),
                new TreeSet<>(wanted.scopes()),
                issued.key());
    }

    @PostMapping("/{id}:revoke")
    @Permission("clients.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, Caller caller) {
        if (!clients.revoke(PublicId.decode("cli", id), caller.key())) {
            throw Refusal.notFound(id);
        }
    }
}
