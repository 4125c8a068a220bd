package dev.waystation.statistics;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the inputs kept beside the project, by WAYSTATION_SHARED or in a sibling folder "shared".
 */
final class SharedData {

    private SharedData() {}

    static Path find(String name) {
        String given = System.getProperty("WAYSTATION_SHARED", System.getenv("WAYSTATION_SHARED"));
        if (given != null) {
            return Path.of(given, "data", name);
        }
        for (@Nullable Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/data").resolve(name);
            if (Files.isRegularFile(candidate)) {
                return candidate;
            }
        }
        return Path.of("../shared/data", name);
    }
}
