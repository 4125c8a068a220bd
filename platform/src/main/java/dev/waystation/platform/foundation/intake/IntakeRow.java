package dev.waystation.platform.foundation.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of a file; prints itself as its line only, because cells may be personal.
 *
 * @param line as a spreadsheet counts, the heading being line 1
 * @param cells by column key, stripped; blank ones are left out
 * @param reference the same for this row of this import for ever
 */
public record IntakeRow(int line, Map<String, String> cells, UUID reference) {

    public IntakeRow {
        cells = Map.copyOf(cells);
    }

    static UUID reference(long importId, int line) {
        String name = "intake " + importId + " line " + line;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public Optional<String> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    public boolean has(String column) {
        return cells.containsKey(column);
    }

    @Override
    public String toString() {
        return "line " + line;
    }
}
