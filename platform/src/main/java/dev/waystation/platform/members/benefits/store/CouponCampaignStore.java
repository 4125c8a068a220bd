package dev.waystation.platform.members.benefits.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.model.Campaign;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Campaigns as rows. */
@Repository
public class CouponCampaignStore {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private static final String CREATE =
            """
            insert into benefits.campaign
              (name_zh, name_en, kind, state, category, stack_group, effect_kind, effect_value,
               effect_cap, currency, products, minimum_minor, condition, starts_at, ends_at,
               use_within_days, total_limit, day_limit, member_limit, claim_stock, claim_limit,
               created_at)
            values
              (:nameZh, :nameEn, :kind, :state, :category, :group, :effectKind, :effectValue,
               :effectCap, :currency, :products, :minimum, :condition::jsonb, :starts, :ends,
               :useWithin, :total, :perDay, :perMember, :claimStock, :claimLimit, :now)
            returning id
            """;

    private static final String COLUMNS = "select * from benefits.campaign ";

    private static final String BY_IDS = COLUMNS + "where id = any (:ids)";

    private static final String LIST =
            COLUMNS
                    + """
                    where id < :before and (:state::text is null or state = :state)
                    order by id desc
                    limit :limit
                    """;

    private static final String CLAIMABLE =
            COLUMNS
                    + """
                    where state = 'LIVE' and claim_stock is not null
                      and starts_at <= :now and ends_at > :now
                    order by id desc
                    """;

    private static final String MOVE =
            """
            update benefits.campaign set state = :to where id = :id and state = any (:from)
            """;

    private static final String MORE_STOCK =
            """
            update benefits.campaign set claim_stock = claim_stock + :more
            where id = :id and claim_stock is not null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CouponCampaignStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes a campaign and says its number; the one it carries is not looked at. */
    public long create(Campaign campaign, Instant now) {
        Campaign.Limits limits = campaign.limits();
        return jdbc.sql(CREATE)
                .param("nameZh", campaign.name().zh())
                .param("nameEn", campaign.name().en())
                .param("kind", campaign.kind().name())
                .param("state", campaign.state().name())
                .param("category", campaign.stacking().category())
                .param("group", campaign.stacking().group())
                .param("effectKind", campaign.worth().kind())
                .param("effectValue", campaign.worth().value())
                .param("effectCap", campaign.worth().capMinor())
                .param("currency", campaign.worth().currency())
                .param("products", campaign.products().stream().sorted().toArray(String[]::new))
                .param("minimum", campaign.worth().minimumMinor())
                .param("condition", json.writeValueAsString(campaign.condition()))
                .param("starts", campaign.window().startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", campaign.window().endsAt().atOffset(ZoneOffset.UTC))
                .param("useWithin", campaign.window().useWithinDays())
                .param("total", limits.total())
                .param("perDay", limits.perDay())
                .param("perMember", limits.perMember())
                .param("claimStock", limits.claimStock())
                .param("claimLimit", limits.claimsPerMember())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    public Optional<Campaign> find(long id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    public Map<Long, Campaign> byIds(Collection<Long> ids) {
        Map<Long, Campaign> found = new TreeMap<>();
        jdbc.sql(BY_IDS)
                .param("ids", ids.toArray(Long[]::new))
                .query(this::campaign)
                .list()
                .forEach(each -> found.put(each.id(), each));
        return found;
    }

    public List<Campaign> list(
            @org.jspecify.annotations.Nullable String state, long before, int limit) {
        return jdbc.sql(LIST)
                .param("state", state)
                .param("before", before)
                .param("limit", limit)
                .query(this::campaign)
                .list();
    }

    /** What a member can claim now, newest first. */
    public List<Campaign> claimable(Instant now) {
        return jdbc.sql(CLAIMABLE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::campaign)
                .list();
    }

    /** Moves a campaign on; false when it is not in a state to move from. */
    public boolean move(long id, Set<Campaign.State> from, Campaign.State to) {
        return jdbc.sql(MOVE)
                        .param("id", id)
                        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                        .param("to", to.name())
                        .update()
                == 1;
    }

    public boolean moreStock(long id, long more) {
        return jdbc.sql(MORE_STOCK).param("id", id).param("more", more).update() == 1;
    }

    private Campaign campaign(ResultSet row, int index) throws SQLException {
        return new Campaign(
                row.getLong("id"),
                new Said(row.getString("name_zh"), row.getString("name_en")),
                Campaign.Kind.valueOf(row.getString("kind")),
                Campaign.State.valueOf(row.getString("state")),
                new Campaign.Stacking(row.getString("category"), row.getString("stack_group")),
                new Campaign.Worth(
                        row.getString("effect_kind"),
                        row.getLong("effect_value"),
                        row.getLong("effect_cap"),
                        row.getLong("minimum_minor"),
                        row.getString("currency")),
                Set.of((String[]) row.getArray("products").getArray()),
                json.readValue(row.getString("condition"), TREE),
                new Campaign.Window(
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getObject("use_within_days", Integer.class)),
                new Campaign.Limits(
                        row.getObject("total_limit", Long.class),
                        row.getObject("day_limit", Long.class),
                        row.getObject("member_limit", Integer.class),
                        row.getObject("claim_stock", Long.class),
                        row.getInt("claim_limit")));
    }
}
