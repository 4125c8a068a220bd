package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.jobs.JobView;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The import wizard's steps. */
@RestController
@RequestMapping("/v1/imports")
class IntakeController {

    /** What the columns mean, one key per heading. */
    record ColumnChoice(List<String> columns) {
        ColumnChoice {
            columns = List.copyOf(columns);
        }
    }

    private final Intakes intakes;
    private final ReadIntakes read;

    IntakeController(Intakes intakes, ReadIntakes read) {
        this.intakes = intakes;
        this.read = read;
    }

    @PostMapping
    @Permission("imports.run")
    @ResponseStatus(HttpStatus.CREATED)
    IntakeViews.ImportBody upload(
            Caller caller, @RequestParam String subject, @RequestPart("file") MultipartFile file)
            throws IOException {
        Intake intake = read.subject(subject);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("upload.csv");
        try (InputStream in = file.getInputStream()) {
            return IntakeViews.ImportBody.of(
                    intakes.upload(intake.subject(), name, in, caller.key()));
        } catch (Intakes.NotNow no) {
            throw refusal(no);
        }
    }

    @GetMapping
    @Permission("imports.read")
    Page<IntakeViews.ImportBody> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        long before = Cursor.parse(cursor, 1).map(each -> each.number(0)).orElse(Long.MAX_VALUE);
        return read.files(before, Cursor.limit(limit)).map(IntakeViews.ImportBody::of);
    }

    @GetMapping("/{id}")
    @Permission("imports.read")
    IntakeViews.ImportBody show(@PathVariable String id) {
        return IntakeViews.ImportBody.of(read.file(IntakeViews.id(id)));
    }

    @PutMapping("/{id}/columns")
    @Permission("imports.run")
    IntakeViews.ImportBody columns(@PathVariable String id, @RequestBody ColumnChoice body) {
        return IntakeViews.ImportBody.of(
                answer(() -> intakes.columns(IntakeViews.id(id), body.columns())));
    }

    /** The dry run: counts what each row would do and changes nothing. */
    @PostMapping("/{id}:check")
    @Permission("imports.run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView check(Caller caller, @PathVariable String id) {
        return answer(() -> intakes.check(IntakeViews.id(id), caller.key()));
    }

    @PostMapping("/{id}:approve")
    @Permission("points.approve")
    IntakeViews.ImportBody approve(Caller caller, @PathVariable String id) {
        return IntakeViews.ImportBody.of(
                answer(() -> intakes.approve(IntakeViews.id(id), caller.key())));
    }

    @PostMapping("/{id}:run")
    @Permission("imports.run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView run(Caller caller, @PathVariable String id) {
        return answer(() -> intakes.run(IntakeViews.id(id), caller.key()));
    }

    @PostMapping("/{id}:undo")
    @Permission("imports.run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView undo(Caller caller, @PathVariable String id) {
        return answer(() -> intakes.undo(IntakeViews.id(id), caller.key()));
    }

    /** Refused rows with their cells, in the order of the file. */
    @GetMapping("/{id}/refused-rows")
    @Permission("imports.run")
    Page<IntakeViews.RefusedRow> refused(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Cursor.limit(limit);
        long after = Cursor.parse(cursor, 1).map(each -> each.number(0)).orElse(0L);
        IntakeFile file = read.file(IntakeViews.id(id));
        return Page.cut(
                read.refused(file, Math.toIntExact(after), size + 1),
                size,
                last -> Cursor.after(last.line()));
    }

    private static <T> T answer(Supplier<T> step) {
        try {
            return step.get();
        } catch (Intakes.NotNow no) {
            throw refusal(no);
        }
    }

    private static RuntimeException refusal(Intakes.NotNow no) {
        HttpStatus status =
                switch (no.code()) {
                    case IMPORT_HAS_NO_ROWS,
                            IMPORT_HAS_TOO_MANY_ROWS,
                            IMPORT_COLUMN_IS_MISSING,
                            IMPORT_WORKBOOK_IS_OLD,
                            IMPORT_WORKBOOK_IS_TOO_LARGE,
                            IMPORT_WORKBOOK_IS_BROKEN ->
                            HttpStatus.UNPROCESSABLE_CONTENT;
                    default -> HttpStatus.CONFLICT;
                };
        return Refusal.of(no.code(), status, Map.of("what", no.what()));
    }
}
