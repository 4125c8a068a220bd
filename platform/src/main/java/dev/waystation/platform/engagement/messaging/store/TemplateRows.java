package dev.waystation.platform.engagement.messaging.store;

import dev.waystation.platform.engagement.messaging.MailBlock;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.foundation.edge.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Versions of texts; a version is written once and never changed. */
@Repository
public class TemplateRows {

    private static final String COLUMNS =
            """
            select code, version, title_zh, title_en, body_zh, body_en, placeholders, blocks
            from messaging.template
            """;

    private static final String LATEST =
            COLUMNS + "where code = :code order by version desc limit 1";

    private static final String ONE = COLUMNS + "where code = :code and version = :version";

    private static final String ALL =
            """
            select distinct on (code) code, version, title_zh, title_en, body_zh, body_en, placeholders, blocks
            from messaging.template order by code, version desc
            """;

    private static final String INSERT =
            """
            insert into messaging.template
                (code, version, title_zh, title_en, body_zh, body_en, placeholders, blocks, published_at)
            values (:code, :version, :titleZh, :titleEn, :bodyZh, :bodyEn, :placeholders,
                cast(:blocks as jsonb), :at)
            """;

    private static final TypeReference<List<MailBlock>> BLOCKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TemplateRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private Template read(ResultSet row, int number) throws SQLException {
        return new Template(
                row.getString("code"),
                row.getInt("version"),
                new Said(row.getString("title_zh"), row.getString("title_en")),
                new Said(row.getString("body_zh"), row.getString("body_en")),
                Set.of((String[]) row.getArray("placeholders").getArray()),
                json.readValue(row.getString("blocks"), BLOCKS));
    }

    public Optional<Template> latest(String code) {
        return jdbc.sql(LATEST).param("code", code).query(this::read).optional();
    }

    public Optional<Template> version(String code, int version) {
        return jdbc.sql(ONE)
                .param("code", code)
                .param("version", version)
                .query(this::read)
                .optional();
    }

    public List<Template> all() {
        return jdbc.sql(ALL).query(this::read).list();
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
                .param("blocks", json.writeValueAsString(template.blocks()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
