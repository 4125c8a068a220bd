package dev.waystation.platform.engagement.links.store;

import dev.waystation.platform.engagement.links.model.ShortLink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Links as they were made; an address once given away never leads anywhere else. */
@Repository
public class ShortLinkStore {

    private static final TypeReference<Map<String, String>> CAMPAIGN = new TypeReference<>() {};

    private static final String ALL =
            "select code, title, target, campaign, created_at, retired_at from links.link ";

    private static final String ADD =
            """
            insert into links.link (code, title, target, campaign, created_at)
            values (:code, :title, :target, cast(:campaign as jsonb), :at)
            on conflict (code) do nothing
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ShortLinkStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when the code is taken. */
    public boolean add(ShortLink link) {
        return jdbc.sql(ADD)
                        .param("code", link.code())
                        .param("title", link.title())
                        .param("target", link.target())
                        .param("campaign", json.writeValueAsString(link.campaign()))
                        .param("at", Timestamp.from(link.createdAt()))
                        .update()
                == 1;
    }

    public Optional<ShortLink> find(String code) {
        return jdbc.sql(ALL + "where code = :code")
                .param("code", code)
                .query(this::read)
                .optional();
    }

    public List<ShortLink> newest(int most) {
        return jdbc.sql(ALL + "order by created_at desc, code limit :most")
                .param("most", most)
                .query(this::read)
                .list();
    }

    public void retire(String code, Instant at) {
        jdbc.sql("update links.link set retired_at = coalesce(retired_at, :at) where code = :code")
                .param("code", code)
                .param("at", Timestamp.from(at))
                .update();
    }

    private ShortLink read(ResultSet row, int number) throws SQLException {
        Timestamp retired = row.getTimestamp("retired_at");
        return new ShortLink(
                row.getString("code"),
                row.getString("title"),
                row.getString("target"),
                json.readValue(row.getString("campaign"), CAMPAIGN),
                row.getTimestamp("created_at").toInstant(),
                retired == null ? null : retired.toInstant());
    }
}
