package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.sheets.TableFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What can be imported, and the files around it: template, everything there is, refused rows. */
@RestController
class IntakeSheets {

    private final ReadIntakes read;

    IntakeSheets(ReadIntakes read) {
        this.read = read;
    }

    @GetMapping("/v1/import-subjects")
    @Permission("imports.read")
    Page<IntakeViews.ImportSubject> subjects() {
        return Page.last(read.subjects().stream().map(IntakeViews.ImportSubject::of).toList());
    }

    /** Headings and one example; a workbook's columns are text already. */
    @GetMapping("/v1/import-subjects/{subject}/template.{form}")
    @Permission("imports.read")
    ResponseEntity<StreamingResponseBody> template(
            @PathVariable String subject, @PathVariable String form) {
        Intake intake = read.subject(subject);
        return format(form)
                .download(
                        subject + "-template",
                        intake.columns().size(),
                        out -> read.writeTemplate(intake, out));
    }

    /** Everything there is, in the form in which it is taken in. Personal: not for everybody. */
    @GetMapping("/v1/import-subjects/{subject}/rows.{form}")
    @Permission("members.export")
    ResponseEntity<StreamingResponseBody> rows(
            @PathVariable String subject, @PathVariable String form) {
        Intake intake = read.subject(subject);
        return format(form)
                .download(subject, intake.columns().size(), out -> read.writeAll(intake, out));
    }

    /** The refused rows as they came, with 错误原因; corrected, it can be uploaded as it is. */
    @GetMapping("/v1/imports/{id}/refused.{form}")
    @Permission("imports.run")
    ResponseEntity<StreamingResponseBody> refused(
            @PathVariable String id, @PathVariable String form) {
        IntakeFile file = read.file(IntakeViews.id(id));
        return format(form)
                .download(
                        "refused-" + id,
                        file.headings().size() + 1,
                        out -> read.writeRefused(file, out));
    }

    private static TableFormat format(String form) {
        return switch (form) {
            case "csv" -> TableFormat.CSV;
            case "xlsx" -> TableFormat.XLSX;
            default -> throw Refusal.notFound(form);
        };
    }
}
