package dev.waystation.platform.foundation.sheets;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** In which form a table leaves the house. */
public enum TableFormat {
    CSV("text/csv;charset=UTF-8") {
        @Override
        TableOut open(OutputStream out, int columns) throws IOException {
            return new SeparatedOut(out);
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        TableOut open(OutputStream out, int columns) {
            return new WorkbookOut(out, columns);
        }
    };

    /** Writes the rows of a table. */
    public interface Content {
        void write(TableOut table) throws IOException;
    }

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract TableOut open(OutputStream out, int columns) throws IOException;

    /** A download, written while it is read. */
    public ResponseEntity<StreamingResponseBody> download(
            String name, int columns, Content content) {
        StreamingResponseBody body =
                out -> {
                    try (TableOut table = open(out, columns)) {
                        content.write(table);
                    }
                    out.flush();
                };
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s.%s\""
                                .formatted(name, name().toLowerCase(java.util.Locale.ROOT)))
                .body(body);
    }
}
