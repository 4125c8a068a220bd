package dev.waystation.platform.engagement.messaging.store;

import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of texts; a version is written once and never changed. */
@Repository
public class TemplateRows {

    private static final String COLUMNS =
            """
            select code, version, title_zh, title_en, body_zh, body_en, placeholders
            from messaging.template
            """;

    private static final String LATEST =
            COLUMNS + "where code = :code order by version desc limit 1";

    private static final String ONE = COLUMNS + "where code = :code and version = :version";

    private static final String ALL =
            """
            select distinct on (code) code, version, title_zh, title_en, body_zh, body_en, placeholders
            from messaging.template order by code, version desc
            """;

    private static final String INSERT =
            """
            insert into messaging.template
                (code, version, title_zh, title_en, body_zh, body_en, placeholders, published_at)
            values (:code, :version, :titleZh, :titleEn, :bodyZh, :bodyEn, :placeholders, :at)
            """;

    private static final RowMapper<Template> TEMPLATE =
            (row, number) ->
                    new Template(
                            row.getString("code"),
                            row.getInt("version"),
                            new Said(row.getString("title_zh"), row.getString("title_en")),
                            new Said(row.getString("body_zh"), row.getString("body_en")),
                            Set.of((String[]) row.getArray("placeholders").getArray()));

    private final JdbcClient jdbc;

    TemplateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Template> latest(String code) {
        return jdbc.sql(LATEST).param("code", code).query(TEMPLATE).optional();
    }

    public Optional<Template> version(String code, int version) {
        return jdbc.sql(ONE)
                .param("code", code)
                .param("version", version)
                .query(TEMPLATE)
                .optional();
    }

    public List<Template> all() {
        return jdbc.sql(ALL).query(TEMPLATE).list();
    }

    public void insert(Template template, Instant at) {
        jdbc.sql(INSERT)
                .param("code", template.code())
                .param("version", template.version())
                .param("titleZh", template.title().zh())
                .param("titleEn", template.title().en())
                .param("bodyZh", template.body().zh())
                .param("bodyEn", template.body().en())
                .param("placeholders", template.placeholders().toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
