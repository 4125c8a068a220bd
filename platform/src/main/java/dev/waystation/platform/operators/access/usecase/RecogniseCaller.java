package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.CallerSource;
import dev.waystation.platform.operators.access.store.ApiClientStore;
import dev.waystation.platform.operators.access.store.SessionStore;
import dev.waystation.platform.operators.access.store.StaffStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** By key when the request brings one, else by session. */
@Component
public class RecogniseCaller implements CallerSource {

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final StaffStore staff;
    private final ApiClientStore clients;

    RecogniseCaller(Sessions sessions, StaffStore staff, ApiClientStore clients) {
        this.sessions = sessions;
        this.staff = staff;
        this.clients = clients;
    }

    @Override
    public Optional<Caller> caller(HttpServletRequest request) {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER)) {
            byte[] digest = Secrets.digest(header.substring(BEARER.length()).strip());
            return clients.byKey(digest)
                    .map(client ->
                            new Caller.ApiClient(client.id(), client.name(), client.scopes()));
        }
        return sessions.find(request).flatMap(this::caller);
    }

    private Optional<Caller> caller(SessionStore.Session session) {
        if (!Sessions.isStaff(session)) {
            return Optional.of(new Caller.Member(session.subjectId()));
        }
        return staff.find(session.subjectId())
                .filter(StaffStore.Account::active)
                .map(account -> StaffMember.of(account).caller());
    }
}
