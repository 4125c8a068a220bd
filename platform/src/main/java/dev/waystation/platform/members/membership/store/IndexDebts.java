package dev.waystation.platform.members.membership.store;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members who joined before there was an index, and which job brings them into it. */
@Repository
public class IndexDebts {

    private static final String OPEN =
            """
            select reason, through_member from membership.index_debt
            where job_id is null
            order by reason
            for update skip locked
            """;

    private static final String BEGUN =
            "update membership.index_debt set job_id = :job where reason = :reason";

    private static final String THROUGH =
            "select through_member from membership.index_debt where reason = :reason";

    private final JdbcClient jdbc;

    IndexDebts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those nobody works on, locked for this transaction. */
    public List<String> open() {
        return jdbc.sql(OPEN).query((row, _) -> row.getString("reason")).list();
    }

    public void begun(String reason, String job) {
        jdbc.sql(BEGUN).param("reason", reason).param("job", job).update();
    }

    /** The last member who may be missing. */
    public Optional<Long> through(String reason) {
        return jdbc.sql(THROUGH).param("reason", reason).query(Long.class).optional();
    }
}
