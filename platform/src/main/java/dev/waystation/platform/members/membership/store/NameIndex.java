package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.model.NameKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Members by the keys of their names and the tails of their numbers. What is sealed stays sealed;
 * the keys are digests under a key of ours.
 */
@Component
public class NameIndex {

    static final String ADD =
            """
            insert into membership.name_key (key, member_id, kind)
            select * from unnest(:keys, :members, :kinds)
            on conflict on constraint name_key_pk do nothing
            """;

    private static final String FORGET =
            "delete from membership.name_key where member_id = any (:members)";

    /** Each key by the primary key, its newest members first; never the whole table. */
    static final String FIND =
            """
            select k.key, k.member_id, k.kind
              from unnest(:keys::bytea[]) as asked (key)
             cross join lateral (
                   select n.key, n.member_id, n.kind from membership.name_key n
                    where n.key = asked.key
                    order by n.member_id desc
                    limit :limit) k
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    NameIndex(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A member and the best key that led there. */
    public record Found(long memberId, NameKeys.Kind by) {}

    public void add(Collection<Enrolled> members) {
        List<byte[]> keys = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        List<Integer> kinds = new ArrayList<>();
        for (Enrolled member : members) {
            for (NameKeys.Key key : NameKeys.of(member)) {
                keys.add(digest(key));
                ids.add(member.id());
                kinds.add(key.kind().number());
            }
        }
        jdbc.sql(ADD)
                .param("keys", keys.toArray(byte[][]::new))
                .param("members", ids.toArray(Long[]::new))
                .param("kinds", kinds.toArray(Integer[]::new))
                .update();
    }

    public void forget(Collection<Long> members) {
        jdbc.sql(FORGET).param("members", members.toArray(Long[]::new)).update();
    }

    /**
     * At most {@code limit} members: the name itself before its sound, the sound before initials.
     */
    public List<Found> find(Set<NameKeys.Key> asked, int limit) {
        Map<Long, NameKeys.Kind> best = new HashMap<>();
        Map<String, NameKeys.Kind> kinds = new HashMap<>();
        asked.forEach(each -> kinds.put(HexFormat.of().formatHex(digest(each)), each.kind()));
        jdbc.sql(FIND)
                .param("keys", asked.stream().map(this::digest).toArray(byte[][]::new))
                .param("limit", limit)
                .query(row -> {
                    NameKeys.Kind kind = kinds.get(HexFormat.of().formatHex(row.getBytes("key")));
                    if (kind != null) {
                        best.merge(
                                row.getLong("member_id"),
                                kind,
                                (one, other) -> one.compareTo(other) <= 0 ? one : other);
                    }
                });
        return best.entrySet().stream()
                .sorted(
                        Map.Entry.<Long, NameKeys.Kind>comparingByValue()
                                .thenComparing(
                                        Map.Entry.<Long, NameKeys.Kind>comparingByKey().reversed()))
                .limit(limit)
                .map(each -> new Found(each.getKey(), each.getValue()))
                .toList();
    }

    private byte[] digest(NameKeys.Key key) {
        return vault.blindIndex("name " + key.kind(), key.text());
    }
}
