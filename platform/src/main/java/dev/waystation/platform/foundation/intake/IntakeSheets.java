package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What can be imported, and the files around it: template, everything there is, refused rows. */
@RestController
class IntakeSheets {

    private interface Content {
        void write(Writer out) throws IOException;
    }

    private final ReadIntakes read;

    IntakeSheets(ReadIntakes read) {
        this.read = read;
    }

    @GetMapping("/v1/import-subjects")
    @Permission("imports.read")
    Page<IntakeViews.ImportSubject> subjects() {
        return Page.last(read.subjects().stream().map(IntakeViews.ImportSubject::of).toList());
    }

    @GetMapping(value = "/v1/import-subjects/{subject}/template.csv", produces = "text/csv")
    @Permission("imports.read")
    ResponseEntity<StreamingResponseBody> template(@PathVariable String subject) {
        Intake intake = read.subject(subject);
        return file(subject + "-template.csv", out -> read.writeTemplate(intake, out));
    }

    /** Everything there is, in the form in which it is taken in. Personal: not for everybody. */
    @GetMapping(value = "/v1/import-subjects/{subject}/rows.csv", produces = "text/csv")
    @Permission("members.export")
    ResponseEntity<StreamingResponseBody> rows(@PathVariable String subject) {
        Intake intake = read.subject(subject);
        return file(subject + ".csv", out -> read.writeAll(intake, out));
    }

    /** The refused rows as they came, with 错误原因; corrected, it can be uploaded as it is. */
    @GetMapping(value = "/v1/imports/{id}/refused.csv", produces = "text/csv")
    @Permission("imports.run")
    ResponseEntity<StreamingResponseBody> refused(@PathVariable String id) {
        IntakeFile file = read.file(IntakeViews.id(id));
        return file("refused-" + id + ".csv", out -> read.writeRefused(file, out));
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, Content content) {
        StreamingResponseBody body =
                stream -> {
                    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                    content.write(out);
                    out.flush();
                };
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(body);
    }
}
