package dev.waystation.platform.members.partners.store;

import dev.waystation.platform.members.partners.model.ExchangeFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of partners with the answer to every line. */
@Component
public class FileStore {

    private static final String FILE =
            """
            insert into partners.batch
            values (:id, :partner, :name, :lines, :units, :lines, :units, :at, :by)
            """;

    private static final String LINES =
            """
            insert into partners.batch_line
            select :id, * from unnest(:numbers, :events, :members, :units, :answers, :points)
            """;

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(ExchangeFile file) {
        List<ExchangeFile.Line> lines = file.answers();
        jdbc.sql(FILE)
                .param("id", file.id())
                .param("partner", file.partnerId())
                .param("name", file.name())
                .param("lines", file.lines())
                .param("units", file.units())
                .param("at", file.receivedAt().atOffset(ZoneOffset.UTC))
                .param("by", file.receivedBy())
                .update();
        jdbc.sql(LINES)
                .param("id", file.id())
                .param(
                        "numbers",
                        lines.stream().map(ExchangeFile.Line::number).toArray(Integer[]::new))
                .param(
                        "events",
                        lines.stream().map(ExchangeFile.Line::eventId).toArray(String[]::new))
                .param(
                        "members",
                        lines.stream().map(ExchangeFile.Line::member).toArray(String[]::new))
                .param("units", lines.stream().map(ExchangeFile.Line::units).toArray(Long[]::new))
                .param(
                        "answers",
                        lines.stream().map(ExchangeFile.Line::answer).toArray(String[]::new))
                .param("points", lines.stream().map(ExchangeFile.Line::points).toArray(Long[]::new))
                .update();
    }

    /** The newest first, without their lines. */
    public List<ExchangeFile> of(long partner) {
        return jdbc.sql(
                        """
                        select * from partners.batch where partner_id = :partner
                        order by received_at desc, id limit 100
                        """)
                .param("partner", partner)
                .query((row, _) -> file(row, List.of()))
                .list();
    }

    public Optional<ExchangeFile> find(UUID id) {
        return jdbc.sql("select * from partners.batch where id = :id")
                .param("id", id)
                .query((row, _) -> file(row, lines(id)))
                .optional();
    }

    private List<ExchangeFile.Line> lines(UUID id) {
        return jdbc.sql("select * from partners.batch_line where batch_id = :id order by line_no")
                .param("id", id)
                .query((row, _) ->
                        new ExchangeFile.Line(
                                row.getInt("line_no"),
                                row.getString("event_id"),
                                row.getString("member_ref"),
                                row.getLong("units"),
                                row.getString("answer"),
                                row.getLong("points")))
                .list();
    }

    private static ExchangeFile file(ResultSet row, List<ExchangeFile.Line> lines)
            throws SQLException {
        return new ExchangeFile(
                row.getObject("id", UUID.class),
                row.getLong("partner_id"),
                row.getString("file_name"),
                row.getInt("found_lines"),
                row.getLong("found_units"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("received_by"),
                lines);
    }
}
