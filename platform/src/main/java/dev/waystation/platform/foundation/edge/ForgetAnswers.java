package dev.waystation.platform.foundation.edge;

import dev.waystation.platform.foundation.vault.Forgets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person was answered is kept for a day, so that a request sent twice counts once. */
@Component
class ForgetAnswers implements Forgets {

    private final JdbcClient jdbc;

    ForgetAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "foundation.idempotency";
    }

    @Override
    public int forget(long memberId) {
        return jdbc.sql("delete from foundation.idempotency where caller = :caller")
                .param("caller", new Caller.Member(memberId).key())
                .update();
    }
}
