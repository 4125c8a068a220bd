package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.members.membership.MemberProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be known of many members at once; nothing sealed is opened for it. */
@Component
public class ProfileStore {

    private static final String PROFILE =
            """
            select m.id, m.birth_date, m.gender, m.city_code, m.joined_at,
                   exists (
                     select 1
                     from membership.traveller t
                     join membership.verified_group g
                       on g.member_id = t.member_id and g.traveller_id = t.id
                     where t.member_id = m.id and t.self
                       and g.group_name = 'student' and g.valid_until >= :today) as student
            from membership.member m
            """;

    private static final String PROFILES =
            PROFILE + "where m.id > :after order by m.id limit :limit";

    private static final String PROFILES_OF = PROFILE + "where m.id = any(:members)";

    private static final String PRESENT =
            "select id from membership.member where id = any(:members)";

    private static final String COUNT = "select count(*) from membership.member";

    private final JdbcClient jdbc;

    ProfileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<MemberProfile> page(long after, int limit, LocalDate today) {
        return jdbc.sql(PROFILES)
                .param("after", after)
                .param("limit", limit)
                .param("today", today)
                .query(ProfileStore::profile)
                .list();
    }

    public List<MemberProfile> of(Collection<Long> members, LocalDate today) {
        return jdbc.sql(PROFILES_OF)
                .param("members", members.toArray(Long[]::new))
                .param("today", today)
                .query(ProfileStore::profile)
                .list();
    }

    private static MemberProfile profile(ResultSet row, int index) throws SQLException {
        return new MemberProfile(
                row.getLong("id"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("gender"),
                row.getString("city_code"),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("student"));
    }

    /** Those of them who are members. */
    public List<Long> present(Collection<Long> members) {
        return jdbc.sql(PRESENT)
                .param("members", members.toArray(Long[]::new))
                .query((row, index) -> row.getLong(1))
                .list();
    }

    public long count() {
        return jdbc.sql(COUNT).query(Long.class).single();
    }
}
