package dev.waystation.platform.members.passes.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.passes.model.Activation;
import dev.waystation.platform.members.passes.model.PassProduct;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Products and the sites they open. */
@Repository
public class PassProductStore {

    private static final String ADD =
            """
            insert into passes.product
              (code, name_zh, name_en, price_minor, points_per_yuan, activation, fixed_from,
               term_months, renew_days, grace_days, uses_per_day, gap_minutes, transferable,
               extends_on_closure, replacement_minor, open, made_at)
            values (:code, :zh, :en, :price, :rate, :activation, :fixed, :months, :renew, :grace,
                    :uses, :gap, :transferable, :extends, :replacement, :open, :now)
            on conflict on constraint product_code_once do nothing
            returning product_id
            """;

    private static final String ADD_SITES =
            "insert into passes.product_site select :id, unnest(:sites::text[])";

    private static final String ADD_BLACKOUTS =
            "insert into passes.blackout select :id, unnest(:days::date[])";

    private static final String SELECT =
            """
            select p.*,
                   array(select site from passes.product_site s
                         where s.product_id = p.product_id) as sites,
                   array(select day from passes.blackout b
                         where b.product_id = p.product_id) as blackouts
            from passes.product p
            """;

    private static final String ADD_SITE =
            """
            insert into passes.site (code, name_zh, name_en) values (:code, :zh, :en)
            on conflict on constraint site_pk do nothing
            """;

    private static final String OPEN =
            "update passes.product set open = code = any (:codes::text[])";

    private final JdbcClient jdbc;

    PassProductStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the code is taken. */
    public Optional<Long> add(PassProduct product, Instant now) {
        PassProduct.Term term = product.term();
        PassProduct.Entry entry = product.entry();
        Optional<Long> id =
                jdbc.sql(ADD)
                        .param("code", product.code())
                        .param("zh", product.name().zh())
                        .param("en", product.name().en())
                        .param("price", product.priceMinor())
                        .param("rate", product.pointsPerYuan())
                        .param("activation", term.activation().name())
                        .param("fixed", term.fixedFrom())
                        .param("months", term.months())
                        .param("renew", term.renewDays())
                        .param("grace", term.graceDays())
                        .param("uses", entry.usesPerDay())
                        .param("gap", entry.gapMinutes())
                        .param("transferable", product.care().transferable())
                        .param("extends", product.care().extendsOnClosure())
                        .param("replacement", product.care().replacementMinor())
                        .param("open", product.open())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .optional();
        id.ifPresent(key -> {
            jdbc.sql(ADD_SITES)
                    .param("id", key)
                    .param("sites", entry.sites().toArray(String[]::new))
                    .update();
            jdbc.sql(ADD_BLACKOUTS)
                    .param("id", key)
                    .param(
                            "days",
                            entry.blackouts().stream()
                                    .map(LocalDate::toString)
                                    .toArray(String[]::new))
                    .update();
        });
        return id;
    }

    public List<PassProduct> all() {
        return jdbc.sql(SELECT + "order by p.price_minor, p.product_id")
                .query(PassProductStore::product)
                .list();
    }

    public Optional<PassProduct> find(long id) {
        return jdbc.sql(SELECT + "where p.product_id = :id")
                .param("id", id)
                .query(PassProductStore::product)
                .optional();
    }

    /** Exactly these are on sale. */
    public void open(Set<String> codes) {
        jdbc.sql(OPEN).param("codes", codes.toArray(String[]::new)).update();
    }

    public void addSite(String code, Said name) {
        jdbc.sql(ADD_SITE)
                .param("code", code)
                .param("zh", name.zh())
                .param("en", name.en())
                .update();
    }

    public Map<String, Said> sites() {
        Map<String, Said> sites = new LinkedHashMap<>();
        jdbc.sql("select code, name_zh, name_en from passes.site order by code")
                .query(row -> {
                    sites.put(row.getString(1), new Said(row.getString(2), row.getString(3)));
                });
        return sites;
    }

    private static PassProduct product(ResultSet row, int index) throws SQLException {
        return new PassProduct(
                row.getLong("product_id"),
                row.getString("code"),
                new Said(row.getString("name_zh"), row.getString("name_en")),
                row.getLong("price_minor"),
                row.getInt("points_per_yuan"),
                new PassProduct.Term(
                        Activation.valueOf(row.getString("activation")),
                        row.getObject("fixed_from", LocalDate.class),
                        row.getInt("term_months"),
                        row.getInt("renew_days"),
                        row.getInt("grace_days")),
                new PassProduct.Entry(
                        Set.of((String[]) row.getArray("sites").getArray()),
                        row.getInt("uses_per_day"),
                        row.getInt("gap_minutes"),
                        days(row.getArray("blackouts"))),
                new PassProduct.Care(
                        row.getBoolean("transferable"),
                        row.getBoolean("extends_on_closure"),
                        row.getLong("replacement_minor")),
                row.getBoolean("open"));
    }

    private static Set<LocalDate> days(Array array) throws SQLException {
        return Arrays.stream((java.sql.Date[]) array.getArray())
                .map(java.sql.Date::toLocalDate)
                .collect(Collectors.toSet());
    }
}
