package dev.waystation.platform.selling.catalogue.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Loads an uploaded timetable. Runs again after a restart: a load that was cut off left nothing.
 */
@Component
class TimetableImportWork implements JobWork {

    static final String KIND = "catalogue.timetable-import";
    private static final int STEPS = 2;

    private final ImportTimetable importTimetable;

    TimetableImportWork(ImportTimetable importTimetable) {
        this.importTimetable = importTimetable;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public @Nullable Object run(JsonNode parameters, JobProgress progress) throws IOException {
        long importId = parameters.get("importId").asLong();
        Path upload = Path.of(parameters.get("path").asString());
        String id = PublicId.encode("imp", importId);
        progress.total(STEPS);
        progress.done(1);
        ImportTimetable.Outcome outcome = importTimetable.handle(upload, importId);
        Files.deleteIfExists(upload);
        progress.done(STEPS);
        return switch (outcome) {
            case ImportTimetable.Outcome.Loaded loaded ->
                    Map.of("importId", id, "loaded", true, "summary", loaded.summary());
            case ImportTimetable.Outcome.Refused refused ->
                    Map.of("importId", id, "loaded", false, "problems", refused.findings().size());
        };
    }
}
