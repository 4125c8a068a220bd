package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.members.membership.model.Nominee;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whom members may redeem; removed ones stay, because changes are counted. */
@Component
public class NomineeStore {

    private static final String OF =
            """
            select traveller_id, nominated_at, active_on, removed_at
            from membership.nominee
            where member_id = :member
            order by nominated_at, traveller_id
            """;

    private static final String ADD =
            """
            insert into membership.nominee (member_id, traveller_id, nominated_at, active_on)
            values (:member, :traveller, :now, :active)
            """;

    private static final String REMOVE =
            """
            update membership.nominee set removed_at = :now
            where member_id = :member and traveller_id = :traveller and removed_at is null
            """;

    // The row guards the limit by itself: it is changed only while it is below it.
    private static final String COUNT_CHANGE =
            """
            insert into membership.nominee_year as known (member_id, year, changes)
            select :member, :year, 1 where :most > 0
            on conflict on constraint nominee_year_pk do update
            set changes = known.changes + 1 where known.changes < :most
            """;

    private static final String ABOVE =
            """
            select count(*) from (
              select member_id from membership.nominee where removed_at is null
              group by member_id having count(*) > :most) as m
            """;

    private final JdbcClient jdbc;

    NomineeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Nominee> ofMember(long memberId) {
        return jdbc.sql(OF)
                .param("member", memberId)
                .query((row, _) -> {
                    OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
                    return new Nominee(
                            row.getLong("traveller_id"),
                            row.getObject("nominated_at", OffsetDateTime.class).toInstant(),
                            row.getObject("active_on", LocalDate.class),
                            removed == null ? null : removed.toInstant());
                })
                .list();
    }

    public void add(long memberId, long travellerId, Instant now, LocalDate activeOn) {
        jdbc.sql(ADD)
                .param("member", memberId)
                .param("traveller", travellerId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("active", activeOn)
                .update();
    }

    /** False when there is no such nominee. */
    public boolean remove(long memberId, long travellerId, Instant now) {
        return jdbc.sql(REMOVE)
                        .param("member", memberId)
                        .param("traveller", travellerId)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Counts a change of this year; false when the year's limit is reached. */
    public boolean countChange(long memberId, int year, int most) {
        return jdbc.sql(COUNT_CHANGE)
                        .param("member", memberId)
                        .param("year", year)
                        .param("most", most)
                        .update()
                == 1;
    }

    /** How many members have more nominees than that. */
    public long membersAbove(int most) {
        return jdbc.sql(ABOVE).param("most", most).query(Long.class).single();
    }
}
