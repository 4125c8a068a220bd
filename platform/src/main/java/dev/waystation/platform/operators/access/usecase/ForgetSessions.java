package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.vault.Forgets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Signs a person out everywhere, and forgets what was answered to them. */
@Service
class ForgetSessions implements Forgets {

    private static final String SESSIONS =
            "delete from access.session where kind = 'member' and subject_id = :member";

    private final JdbcClient jdbc;

    ForgetSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "access.session";
    }

    @Override
    public int forget(long memberId) {
        return jdbc.sql(SESSIONS).param("member", memberId).update();
    }
}
