package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.operators.access.Role;
import dev.waystation.platform.operators.access.facts.ApiKeyIssued;
import dev.waystation.platform.operators.access.store.ApiClientStore;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes an API client. The key is shown once; afterwards only its first letters are known. */
@Service
public class IssueApiKey {

    private static final int VISIBLE = 12;

    /** Name and scopes; a client gets no more than its maker has. */
    public record Command(
            String name, Set<String> scopes, long staffId, Set<String> makersPermissions) {
        public Command {
            Malformed.require(
                    !name.isBlank() && name.length() <= 80, "name", name, "give 1 to 80 letters");
            Malformed.require(!scopes.isEmpty(), "scopes", "[]", "give at least one permission");
            for (String scope : scopes) {
                Malformed.require(
                        Role.allPermissions().contains(scope) && makersPermissions.contains(scope),
                        "scopes",
                        scope,
                        "take permissions you have yourself");
            }
            scopes = Set.copyOf(scopes);
        }
    }

    /** The only time the key is seen. */
    public record Issued(long id, String prefix, String key) {
        @Override
        public String toString() {
            return "Issued[id=" + id + ", prefix=" + prefix + "]";
        }
    }

    private final ApiClientStore clients;
    private final FactLog facts;
    private final Clock clock;

    IssueApiKey(ApiClientStore clients, FactLog facts, Clock clock) {
        this.clients = clients;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Issued handle(Command command) {
        String key = "wsk_" + Secrets.token();
        String prefix = key.substring(0, VISIBLE);
        long id =
                clients.create(
                        command.name(),
                        prefix,
                        Secrets.digest(key),
                        command.scopes(),
                        command.staffId());
        facts.append(
                new ApiKeyIssued(
                        id, "staff:" + command.staffId(), command.scopes(), clock.instant()));
        return new Issued(id, prefix, key);
    }
}
