package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.Said;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why rows were refused, cell by cell. */
@Repository
class IntakeFaults {

    private static final String ADD =
            """
            insert into intake.fault (file_id, line, place, column_key, why_zh, why_en)
            select :file, f.line, f.place, f.column_key, f.zh, f.en
            from unnest(:line, :place, :column, :zh, :en) as f (line, place, column_key, zh, en)
            on conflict do nothing
            """;

    private static final String CLEAR = "delete from intake.fault where file_id = :file";

    // Whole lines, so that a page never cuts one in two.
    private static final String AFTER =
            """
            select line, column_key, why_zh, why_en from intake.fault
            where file_id = :file and line in (
              select distinct line from intake.fault
              where file_id = :file and line > :after order by line limit :limit)
            order by line, place
            """;

    /** What is wrong with a line. */
    record Told(int line, Verdict.Fault fault) {}

    private final JdbcClient jdbc;

    IntakeFaults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void clear(long file) {
        jdbc.sql(CLEAR).param("file", file).update();
    }

    void add(long file, List<Told> faults) {
        if (faults.isEmpty()) {
            return;
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            boolean same = i > 0 && faults.get(i).line() == faults.get(i - 1).line();
            places.add(same ? places.get(i - 1) + 1 : 1);
        }
        jdbc.sql(ADD)
                .param("file", file)
                .param("line", faults.stream().map(Told::line).toArray(Integer[]::new))
                .param("place", places.toArray(Integer[]::new))
                .param("column", texts(faults, each -> each.column()))
                .param("zh", texts(faults, each -> each.why().zh()))
                .param("en", texts(faults, each -> each.why().en()))
                .update();
    }

    /** The faults of so many lines after a line, in order. */
    List<Told> after(long file, int line, int lines) {
        return jdbc.sql(AFTER)
                .param("file", file)
                .param("after", line)
                .param("limit", lines)
                .query((row, _) ->
                        new Told(
                                row.getInt("line"),
                                new Verdict.Fault(
                                        row.getString("column_key"),
                                        new Said(
                                                row.getString("why_zh"), row.getString("why_en")))))
                .list();
    }

    private static String[] texts(
            List<Told> faults, java.util.function.Function<Verdict.Fault, String> field) {
        return faults.stream().map(each -> field.apply(each.fault())).toArray(String[]::new);
    }
}
