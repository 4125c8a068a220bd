package dev.waystation.platform.insight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for a text in all tables there are. */
final class TextHunt {

    private TextHunt() {}

    /** Every place where a text stands, in any table and any column that can hold one. */
    static List<String> places(JdbcClient jdbc, String text) {
        List<String> found = new ArrayList<>();
        record Place(String table, String column) {}
        List<Place> places =
                jdbc.sql(
                                """
                                select n.nspname || '.' || c.relname as "table", a.attname
                                from pg_attribute a
                                join pg_class c on c.oid = a.attrelid
                                join pg_namespace n on n.oid = c.relnamespace
                                join pg_type t on t.oid = a.atttypid
                                where c.relkind in ('r', 'p') and not c.relispartition
                                  and a.attnum > 0 and not a.attisdropped
                                  and n.nspname not in ('pg_catalog', 'information_schema')
                                  and c.relpersistence <> 't'
                                  and t.typname in
                                    ('text', '_text', 'varchar', 'jsonb', 'json', 'bytea')
                                """)
                        .query((row, _) -> new Place(row.getString(1), row.getString(2)))
                        .list();
        assertThat(places).hasSizeGreaterThan(500);
        for (Place place : places) {
            boolean here =
                    jdbc.sql(
                                    "select exists (select from "
                                            + place.table()
                                            + " where cast("
                                            + place.column()
                                            + " as text) like :text or cast("
                                            + place.column()
                                            + " as text) like :hex)")
                            .param("text", "%" + text + "%")
                            .param("hex", "%" + hex(text) + "%")
                            .query((row, _) -> row.getBoolean(1))
                            .single();
            if (here) {
                found.add(place.table() + "." + place.column());
            }
        }
        return found;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
