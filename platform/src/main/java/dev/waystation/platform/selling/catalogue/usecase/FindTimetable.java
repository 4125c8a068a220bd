package dev.waystation.platform.selling.catalogue.usecase;

import dev.waystation.platform.selling.catalogue.model.Finding;
import dev.waystation.platform.selling.catalogue.model.ListedStation;
import dev.waystation.platform.selling.catalogue.model.ListedTrain;
import dev.waystation.platform.selling.catalogue.model.TimetableImport;
import dev.waystation.platform.selling.catalogue.store.CatalogueSearch;
import dev.waystation.platform.selling.catalogue.store.ImportStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads for the screens of the catalogue. */
@Service
public class FindTimetable {

    private static final int MOST_FINDINGS = 2_000;

    private final CatalogueSearch search;
    private final ImportStore imports;

    FindTimetable(CatalogueSearch search, ImportStore imports) {
        this.search = search;
        this.imports = imports;
    }

    public List<ListedStation> stations(String query, String after, int limit) {
        return search.stations(query, after, limit);
    }

    public List<ListedTrain> trains(
            String query, Optional<LocalDate> date, String afterCode, long after, int limit) {
        return search.trains(query, date, afterCode, after, limit);
    }

    public Optional<TimetableImport> timetableImport(long importId) {
        return imports.find(importId);
    }

    /** Newest first, older than the given one. */
    public List<TimetableImport> timetableImports(long before, int limit) {
        return imports.list(before, limit);
    }

    public Optional<TimetableImport> timetableImportOfJob(long jobId) {
        return imports.findByJob(jobId).flatMap(imports::find);
    }

    public List<Finding> findings(long importId) {
        return imports.findings(importId, MOST_FINDINGS);
    }
}
