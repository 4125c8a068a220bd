package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.sheets.TableOut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What people see of imports: files, refused rows, and files to take away. */
@Service
class ReadIntakes {

    private static final int PAGE = 5_000;
    private static final int FAULTS = 1_000;

    private final IntakeWalk walk;
    private final List<Intake> intakes;

    ReadIntakes(IntakeWalk walk, List<Intake> intakes) {
        this.walk = walk;
        // What anybody may run comes first.
        this.intakes =
                intakes.stream()
                        .sorted(
                                Comparator.comparing(Intake::bringsValue)
                                        .thenComparing(Intake::subject))
                        .toList();
    }

    List<Intake> subjects() {
        return intakes;
    }

    Intake subject(String name) {
        return intakes.stream()
                .filter(each -> each.subject().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(name));
    }

    IntakeFile file(long id) {
        return walk.files().find(id).orElseThrow(() -> Refusal.notFound(IntakeViews.id(id)));
    }

    Page<IntakeFile> files(long before, int limit) {
        return Page.cut(
                walk.files().list(before, limit + 1), limit, last -> Cursor.after(last.id()));
    }

    /** Refused rows after a line, each with its cells as they came. */
    List<IntakeViews.RefusedRow> refused(IntakeFile file, int after, int lines) {
        Map<Integer, List<IntakeViews.CellFault>> byLine = new LinkedHashMap<>();
        for (IntakeFaults.Told told : walk.faults().after(file.id(), after, lines)) {
            byLine.computeIfAbsent(told.line(), _ -> new ArrayList<>())
                    .add(new IntakeViews.CellFault(told.fault().column(), told.fault().why()));
        }
        List<IntakeViews.RefusedRow> rows = new ArrayList<>(byLine.size());
        Map<Integer, IntakeRows.Chunk> open = new LinkedHashMap<>();
        byLine.forEach((line, faults) -> {
            int number = (line - 2) / IntakeRows.CHUNK;
            IntakeRows.Chunk chunk =
                    open.computeIfAbsent(number, each -> walk.rows().open(file.id(), each));
            List<String> cells = chunk.cells().get(line - chunk.firstLine());
            rows.add(new IntakeViews.RefusedRow(line, cells, faults));
        });
        return rows;
    }

    /** The refused rows as they came, with a column that says what is wrong. */
    void writeRefused(IntakeFile file, TableOut out) throws IOException {
        List<String> heading = new ArrayList<>(file.headings());
        int place = heading.indexOf(Headings.FAULT);
        if (place < 0) {
            place = heading.size();
            heading.add(Headings.FAULT);
        }
        out.row(heading);
        int after = 0;
        for (List<IntakeViews.RefusedRow> rows = refused(file, after, FAULTS);
                !rows.isEmpty();
                rows = refused(file, after, FAULTS)) {
            for (IntakeViews.RefusedRow row : rows) {
                List<String> cells = new ArrayList<>(row.cells());
                while (cells.size() < heading.size()) {
                    cells.add("");
                }
                cells.set(
                        place,
                        row.faults().stream()
                                .map(each -> each.why().zh())
                                .collect(Collectors.joining("；")));
                out.row(cells);
            }
            after = rows.getLast().line();
        }
    }

    /** Everything there is of a subject, in the form in which it is taken in. */
    void writeAll(Intake intake, TableOut out) throws IOException {
        out.row(intake.columns().stream().map(each -> each.heading().zh()).toList());
        String after = "";
        do {
            Intake.Export page = intake.export(after, PAGE);
            for (List<String> row : page.rows()) {
                out.row(row);
            }
            after = page.next();
        } while (!after.isEmpty());
    }

    /** A file with headings and one example. */
    void writeTemplate(Intake intake, TableOut out) throws IOException {
        out.row(intake.columns().stream().map(each -> each.heading().zh()).toList());
        out.row(intake.columns().stream().map(IntakeColumn::example).toList());
    }
}
