package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.foundation.vault.Vault;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mail addresses, sealed with the key of the person they belong to. */
@Repository
public class MailStore {

    private static final String KEEP =
            """
            insert into membership.mail_address (member_id, sealed, given_at)
            values (:member, :sealed, :at)
            on conflict (member_id) do update set sealed = excluded.sealed, given_at = excluded.given_at
            returning xmax = 0
            """;

    private static final String DROP =
            "delete from membership.mail_address where member_id = :member";
    private static final String OF =
            "select sealed from membership.mail_address where member_id = :member";
    private static final String HAVING =
            "select member_id from membership.mail_address where member_id = any(:members)";

    private final JdbcClient jdbc;
    private final Vault vault;

    MailStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Whether there was none before. */
    public boolean keep(long memberId, String address, Instant at) {
        return jdbc.sql(KEEP)
                .param("member", memberId)
                .param("sealed", vault.seal(memberId, address))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Whether there was one. */
    public boolean drop(long memberId) {
        return jdbc.sql(DROP).param("member", memberId).update() > 0;
    }

    public Optional<String> of(long memberId) {
        return jdbc.sql(OF)
                .param("member", memberId)
                .query((row, number) -> vault.open(memberId, row.getBytes("sealed")))
                .optional();
    }

    /** Those of these members who gave an address. */
    public Set<Long> having(Collection<Long> members) {
        return Set.copyOf(
                jdbc.sql(HAVING)
                        .param("members", members.toArray(Long[]::new))
                        .query((row, number) -> row.getLong("member_id"))
                        .list());
    }
}
