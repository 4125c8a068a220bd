package dev.waystation.platform.members.wallet.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cards with what is on them, for files of stored value. */
@Component
public class IntakeCards {

    private static final String SELECT =
            """
            select c.card_id, c.medium, c.owner_id, c.state,
                   coalesce((select available from wallet.account a
                     where a.member_id = c.owner_id and a.currency = 'stored_principal'), 0)
                     as principal,
                   coalesce((select available from wallet.account a
                     where a.member_id = c.owner_id and a.currency = 'stored_gift'), 0) as gift
            from wallet.card c
            """;

    private static final String OF_MEDIA = SELECT + "where c.medium = any (:media)";

    // Money belongs to the owner, not to the card: the first card of several tells it.
    private static final String AFTER =
            SELECT
                    + """
                    where c.card_id > :after and c.owner_id > 0 and c.state = 'ACTIVE'
                      and not exists (
                        select 1 from wallet.card first
                        where first.owner_id = c.owner_id and first.state = 'ACTIVE'
                          and first.card_id < c.card_id)
                    order by c.card_id
                    limit :limit
                    """;

    private static final String LOADED =
            """
            select reference from wallet.top_up where reference = any (:references)
            """;

    private static final String LEFT =
            """
            select t.owner_id, t.principal, t.gift,
                   coalesce((select sum(l.free) from wallet.lot l
                     where l.member_id = t.owner_id and l.currency = 'stored_principal'
                       and l.funding = 'topup:' || t.top_up_no), 0) as principal_left,
                   coalesce((select sum(l.free) from wallet.lot l
                     where l.member_id = t.owner_id and l.currency = 'stored_gift'
                       and l.funding = 'topup:' || t.top_up_no), 0) as gift_left
            from wallet.top_up t
            where t.reference = :reference
            """;

    /** What is left of a load. */
    public record Left(long ownerId, long loaded, long principal, long gift) {

        public boolean whole() {
            return loaded == principal + gift;
        }
    }

    /** A card and its money in minor units. */
    public record Stored(
            long cardId, String medium, long ownerId, String state, long principal, long gift) {}

    private final JdbcClient jdbc;

    IntakeCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, Stored> ofMedia(Collection<String> media) {
        Map<String, Stored> cards = new HashMap<>();
        jdbc.sql(OF_MEDIA)
                .param("media", media.toArray(String[]::new))
                .query((row, _) -> stored(row))
                .list()
                .forEach(each -> cards.put(each.medium(), each));
        return cards;
    }

    /** A member's cards that are in use or can be again. */
    public List<Stored> ofMember(long member) {
        return jdbc.sql(SELECT + "where c.owner_id = :owner and c.state <> 'CLOSED' order by 1")
                .param("owner", member)
                .query((row, _) -> stored(row))
                .list();
    }

    public List<Stored> after(long card, int limit) {
        return jdbc.sql(AFTER)
                .param("after", card)
                .param("limit", limit)
                .query((row, _) -> stored(row))
                .list();
    }

    /** Which references topped a card up before. */
    public List<UUID> loaded(Collection<UUID> references) {
        return jdbc.sql(LOADED)
                .param("references", references.toArray(UUID[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** What is left of the load under a reference. */
    public Left left(UUID reference) {
        return jdbc.sql(LEFT)
                .param("reference", reference)
                .query((row, _) ->
                        new Left(
                                row.getLong("owner_id"),
                                row.getLong("principal") + row.getLong("gift"),
                                row.getLong("principal_left"),
                                row.getLong("gift_left")))
                .single();
    }

    private static Stored stored(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Stored(
                row.getLong("card_id"),
                row.getString("medium"),
                row.getLong("owner_id"),
                row.getString("state"),
                row.getLong("principal"),
                row.getLong("gift"));
    }
}
