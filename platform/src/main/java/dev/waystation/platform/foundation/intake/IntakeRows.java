package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of files as they came: packed, sealed and kept a thousand at a time. */
@Repository
class IntakeRows {

    /** Rows that are looked at and applied together. */
    static final int CHUNK = 2_000;

    private static final String PURPOSE = "intake rows";

    private static final String ADD =
            """
            insert into intake.chunk (file_id, number, first_line, lines, sealed)
            values (:file, :number, :first, :lines, :sealed)
            """;

    private static final String ONE =
            """
            select first_line, sealed from intake.chunk where file_id = :file and number = :number
            """;

    private static final String COUNT = "select count(*) from intake.chunk where file_id = :file";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    IntakeRows(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    void add(long file, int number, int firstLine, List<List<String>> cells) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(json.writeValueAsBytes(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql(ADD)
                .param("file", file)
                .param("number", number)
                .param("first", firstLine)
                .param("lines", cells.size())
                .param("sealed", vault.sealOwn(PURPOSE, packed.toByteArray()))
                .update();
    }

    int chunks(long file) {
        return jdbc.sql(COUNT).param("file", file).query(Integer.class).single();
    }

    /** The rows of a chunk with their cells by column, as the file is mapped now. */
    List<IntakeRow> rows(IntakeFile file, int number) {
        return open(file.id(), number).rows(file);
    }

    /** A chunk with the cells as they stood in the file. */
    Chunk open(long file, int number) {
        return jdbc.sql(ONE)
                .param("file", file)
                .param("number", number)
                .query((row, _) ->
                        new Chunk(row.getInt("first_line"), cells(row.getBytes("sealed"))))
                .single();
    }

    private List<List<String>> cells(byte[] sealed) {
        byte[] packed = vault.openOwn(PURPOSE, sealed);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return json.readValue(in.readAllBytes(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows that follow one another. */
    record Chunk(int firstLine, List<List<String>> cells) {

        List<IntakeRow> rows(IntakeFile file) {
            List<IntakeRow> rows = new ArrayList<>(cells.size());
            for (int i = 0; i < cells.size(); i++) {
                int line = firstLine + i;
                rows.add(
                        new IntakeRow(
                                line,
                                byColumn(file.columns(), cells.get(i)),
                                IntakeRow.reference(file.id(), line)));
            }
            return rows;
        }

        private static Map<String, String> byColumn(List<String> columns, List<String> cells) {
            Map<String, String> byColumn = new HashMap<>();
            for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
                String cell = cells.get(i).strip();
                if (!columns.get(i).isEmpty() && !cell.isEmpty()) {
                    byColumn.put(columns.get(i), cell);
                }
            }
            return byColumn;
        }
    }
}
