package dev.waystation.platform.members.membership.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Zones that members gave. */
@Component
public class ZoneStore {

    private static final String KEEP =
            """
            insert into membership.time_zone (member_id, zone, given_at)
            select m.id, :zone, :at from membership.member m where m.id = :member
            on conflict (member_id) do update set zone = excluded.zone, given_at = excluded.given_at
            """;

    private final JdbcClient jdbc;

    ZoneStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(long member, ZoneId zone, Instant at) {
        jdbc.sql(KEEP)
                .param("member", member)
                .param("zone", zone.getId())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void drop(long member) {
        jdbc.sql("delete from membership.time_zone where member_id = :member")
                .param("member", member)
                .update();
    }

    /** Of those who gave one. */
    public Map<Long, ZoneId> of(Collection<Long> members) {
        Map<Long, ZoneId> zones = new HashMap<>();
        jdbc.sql("select member_id, zone from membership.time_zone where member_id = any(:ids)")
                .param("ids", members.toArray(Long[]::new))
                .query(row -> {
                    zones.put(row.getLong("member_id"), ZoneId.of(row.getString("zone")));
                });
        return zones;
    }
}
