package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.members.membership.TravellerMembers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Travellers against the documents of members. */
@Component
class TravellerLinks implements TravellerMembers {

    private static final String FIND =
            """
            select t.member_id, t.id,
                case when t.self then t.member_id else o.member_id end as is_member
            from unnest(cast(:members as bigint[]), cast(:ids as bigint[])) as k (member_id, id)
            join membership.traveller t using (member_id, id)
            left join membership.document_owner o on o.document_index = t.document_index
            """;

    private final JdbcClient jdbc;

    TravellerLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Key, Long> of(Collection<Key> travellers) {
        Map<Key, Long> found = new HashMap<>();
        if (travellers.isEmpty()) {
            return found;
        }
        jdbc.sql(FIND)
                .param("members", travellers.stream().map(Key::memberId).toArray(Long[]::new))
                .param("ids", travellers.stream().map(Key::travellerId).toArray(Long[]::new))
                .query(row -> {
                    long member = row.getLong("is_member");
                    if (!row.wasNull()) {
                        found.put(new Key(row.getLong("member_id"), row.getLong("id")), member);
                    }
                });
        return found;
    }
}
