package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.members.membership.model.Invitation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations into families; an answered one stays, because it is the record of a consent. */
@Component
public class InvitationStore {

    private static final String OPEN =
            """
            select id, household_id, member_id, invited_by, expires_at
            from membership.household_invitation
            where answer is null and expires_at > :now
            """;

    // An open one that has run out makes room for the next.
    private static final String INVITE =
            """
            insert into membership.household_invitation
              (id, household_id, member_id, invited_by, invited_at, expires_at)
            values (:id, :household, :member, :by, :now, :expires)
            on conflict (household_id, member_id) where answer is null do update
            set invited_at = excluded.invited_at, expires_at = excluded.expires_at,
                invited_by = excluded.invited_by
            where household_invitation.expires_at <= excluded.invited_at
            """;

    private static final String ANSWER =
            """
            update membership.household_invitation
            set answer = :answer, answered_by = :by, answered_at = :now
            where id = :id and answer is null
            """;

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when an invitation is open already. */
    public boolean invite(Invitation fresh, Instant now) {
        return jdbc.sql(INVITE)
                        .param("id", fresh.id())
                        .param("household", fresh.householdId())
                        .param("member", fresh.memberId())
                        .param("by", fresh.invitedBy())
                        .param("now", utc(now))
                        .param("expires", utc(fresh.expiresAt()))
                        .update()
                == 1;
    }

    public Optional<Invitation> open(UUID id, Instant now) {
        return read("id = :key", id, now).stream().findFirst();
    }

    public List<Invitation> toMembers(List<Long> members, Instant now) {
        return read("member_id = any(:key)", members.toArray(Long[]::new), now);
    }

    public List<Invitation> ofHousehold(long household, Instant now) {
        return read("household_id = :key", household, now);
    }

    /** False when somebody answered it before. */
    public boolean answer(UUID id, String answer, long by, Instant now) {
        return jdbc.sql(ANSWER)
                        .param("id", id)
                        .param("answer", answer)
                        .param("by", by)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private List<Invitation> read(String which, Object key, Instant now) {
        return jdbc.sql(OPEN + " and " + which + " order by invited_at, id")
                .param("key", key)
                .param("now", utc(now))
                .query((row, _) ->
                        new Invitation(
                                row.getObject("id", UUID.class),
                                row.getLong("household_id"),
                                row.getLong("member_id"),
                                row.getLong("invited_by"),
                                row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
