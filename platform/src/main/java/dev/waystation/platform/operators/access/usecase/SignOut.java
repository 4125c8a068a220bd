package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.operators.access.facts.StaffSignedOut;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends the session the request came with. */
@Service
public class SignOut {

    private final Sessions sessions;
    private final FactLog facts;
    private final Clock clock;

    SignOut(Sessions sessions, FactLog facts, Clock clock) {
        this.sessions = sessions;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public void handle(Caller caller, HttpServletRequest in, HttpServletResponse out) {
        sessions.close(in, out);
        if (caller instanceof Caller.Staff staff) {
            facts.append(new StaffSignedOut(staff.id(), clock.instant()));
        }
    }
}
