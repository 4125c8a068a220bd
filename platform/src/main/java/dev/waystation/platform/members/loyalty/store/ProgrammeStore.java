package dev.waystation.platform.members.loyalty.store;

import dev.waystation.platform.members.loyalty.model.Programme;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Programmes as data. */
@Component
public class ProgrammeStore {

    private static final String ALL = "select definition from loyalty.programme order by code desc";

    private static final String ADD =
            """
            insert into loyalty.programme (code, definition)
            values (:code, :definition::json)
            on conflict on constraint programme_pk do nothing
            """;

    private static final String REPLACE =
            "update loyalty.programme set definition = :definition::json where code = :code";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProgrammeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<Programme> all() {
        return jdbc.sql(ALL)
                .query((row, _) -> json.readValue(row.getString("definition"), Programme.class))
                .list();
    }

    /** False when the programme is there already. */
    public boolean add(Programme programme) {
        return write(ADD, programme) == 1;
    }

    public void replace(Programme programme) {
        write(REPLACE, programme);
    }

    private int write(String sql, Programme programme) {
        return jdbc.sql(sql)
                .param("code", programme.code())
                .param("definition", json.writeValueAsString(programme))
                .update();
    }
}
