package dev.waystation.platform.members.partners.model;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.waystation.platform.foundation.edge.Malformed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a partner's file: event, member, units, and when it happened on the partner's clock.
 */
public final class FileLines {

    private static final int MOST = 20_000;

    /** A line; {@code at} is null when the line can't be read. */
    public record Line(int number, String event, String member, long units, @Nullable Instant at) {

        public boolean readable() {
            return at != null && units > 0 && !event.isBlank();
        }
    }

    private FileLines() {}

    public static List<Line> read(String csv, ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(csv)) {
            boolean heading = true;
            for (CsvRecord each : reader) {
                if (!heading) {
                    lines.add(line(lines.size() + 1, each, zone));
                }
                heading = false;
            }
        } catch (CsvParseException broken) {
            throw new Malformed(
                    "content", "…", "send comma-separated values: " + broken.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading a partner's file", e);
        }
        Malformed.require(
                lines.size() <= MOST, "content", lines.size(), "send at most " + MOST + " lines");
        return lines;
    }

    private static Line line(int number, CsvRecord each, ZoneId zone) {
        return new Line(
                number,
                field(each, 0),
                field(each, 1),
                number(field(each, 2)),
                moment(field(each, 3), zone));
    }

    private static String field(CsvRecord each, int index) {
        return index < each.getFieldCount() ? each.getField(index).strip() : "";
    }

    private static long number(String text) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }

    private static @Nullable Instant moment(String text, ZoneId zone) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
