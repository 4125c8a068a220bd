package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.MemberTie;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A member with an entry in the books stays. */
@Component
class MembersWithEntries implements MemberTie {

    private static final String HELD =
            """
            select distinct member_id from wallet.account
            where member_id = any (:members) and entries > 0
            """;

    private final JdbcClient jdbc;

    MembersWithEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Said what() {
        return new Said("积分或储值流水", "entries in the points or stored-value books");
    }

    @Override
    public Set<Long> held(Collection<Long> members) {
        return Set.copyOf(
                jdbc.sql(HELD)
                        .param("members", members.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }
}
