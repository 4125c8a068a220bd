package dev.waystation.platform.selling.catalogue.web;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.selling.catalogue.model.Finding;
import dev.waystation.platform.selling.catalogue.model.TimetableImport;
import dev.waystation.platform.selling.catalogue.usecase.FindTimetable;
import dev.waystation.platform.selling.catalogue.usecase.ImportSummary;
import dev.waystation.platform.selling.catalogue.usecase.UploadTimetable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/v1/timetable-imports")
class TimetableImportsController {

    /**
     * @param blocking whether it kept the file from being loaded
     */
    record ProblemBody(
            String file,
            long line,
            String column,
            String value,
            String code,
            boolean blocking,
            Said message,
            Said remedy) {}

    record ImportBody(
            String id,
            String fileName,
            String state,
            Instant createdAt,
            @Nullable ImportSummary summary,
            List<ProblemBody> problems) {}

    record ImportLine(
            String id,
            String fileName,
            String state,
            Instant createdAt,
            @Nullable ImportSummary summary) {}

    private final UploadTimetable upload;
    private final FindTimetable find;
    private final JsonMapper json;

    TimetableImportsController(UploadTimetable upload, FindTimetable find, JsonMapper json) {
        this.upload = upload;
        this.find = find;
        this.json = json;
    }

    @PostMapping
    @Permission("timetable.import")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView upload(@RequestPart("file") MultipartFile file) throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("upload");
        Path kept = Files.createTempFile("timetable-", ".zip");
        UploadTimetable.Command command = new UploadTimetable.Command(name, kept);
        file.transferTo(kept);
        return upload.handle(command);
    }

    /** By the id of the import or of its job. */
    @GetMapping("/{id}")
    @Permission("timetable.read")
    ImportBody show(@PathVariable String id) {
        Optional<TimetableImport> found =
                id.startsWith("job_")
                        ? find.timetableImportOfJob(PublicId.decode("job", id))
                        : find.timetableImport(PublicId.decode("imp", id));
        TimetableImport stored = found.orElseThrow(() -> Refusal.notFound(id));
        return new ImportBody(
                PublicId.encode("imp", stored.importId()),
                stored.fileName(),
                stored.state(),
                stored.createdAt(),
                summary(stored),
                find.findings(stored.importId()).stream()
                        .map(TimetableImportsController::problem)
                        .toList());
    }

    /** What was imported so far, newest first. */
    @GetMapping
    @Permission("timetable.read")
    Page<ImportLine> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Cursor.limit(limit);
        long before = Cursor.parse(cursor, 1).map(c -> c.number(0)).orElse(Long.MAX_VALUE);
        return Page.cut(
                        find.timetableImports(before, size + 1),
                        size,
                        last -> Cursor.after(last.importId()))
                .map(stored ->
                        new ImportLine(
                                PublicId.encode("imp", stored.importId()),
                                stored.fileName(),
                                stored.state(),
                                stored.createdAt(),
                                summary(stored)));
    }

    private @Nullable ImportSummary summary(TimetableImport stored) {
        String kept = stored.summary();
        return kept == null || !stored.state().equals("loaded")
                ? null
                : json.readValue(kept, ImportSummary.class);
    }

    private static ProblemBody problem(Finding finding) {
        return new ProblemBody(
                finding.file(),
                finding.line(),
                finding.column(),
                finding.value(),
                finding.code().name(),
                !finding.code().isNote(),
                new Said(finding.code().zh(finding.value()), finding.code().en(finding.value())),
                new Said(finding.code().remedyZh(), finding.code().remedyEn()));
    }
}
