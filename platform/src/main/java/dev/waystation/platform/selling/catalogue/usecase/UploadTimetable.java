package dev.waystation.platform.selling.catalogue.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.selling.catalogue.store.ImportStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Announces an uploaded timetable and queues the job that loads it. */
@Service
public class UploadTimetable {

    /**
     * @param kept where the upload lies until the job has read it
     */
    public record Command(String fileName, Path kept) {

        public Command {
            Malformed.require(
                    fileName.toLowerCase(Locale.ROOT).endsWith(".zip"),
                    "file",
                    fileName,
                    "upload a zip with a GTFS feed or the CSV set in it");
        }
    }

    /** What the job needs to run. */
    record Parameters(long importId, String path) {}

    private final ImportStore imports;
    private final Jobs jobs;
    private final Clock clock;

    UploadTimetable(ImportStore imports, Jobs jobs, Clock clock) {
        this.imports = imports;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Transactional
    public JobView handle(Command command) {
        long importId = imports.open(command.fileName(), clock.instant());
        JobView job =
                jobs.submit(
                        TimetableImportWork.KIND,
                        new Parameters(importId, command.kept().toString()));
        imports.setJob(importId, PublicId.decode("job", job.id()));
        return job;
    }
}
