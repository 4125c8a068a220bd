package dev.waystation.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds inputs that nobody here wrote: under WAYSTATION_SHARED (system property, then environment),
 * else in a folder "shared" beside the project. A test that needs one is skipped, and says so,
 * where it is absent.
 */
public final class SharedData {

    private SharedData() {}

    public static Path orSkip(String name) {
        Path found = find().map(shared -> shared.resolve(name)).orElse(Path.of("shared", name));
        assumeTrue(Files.exists(found), "shared data absent: " + name);
        return found;
    }

    private static Optional<Path> find() {
        String told =
                System.getProperty(
                        "WAYSTATION_SHARED", System.getenv().getOrDefault("WAYSTATION_SHARED", ""));
        if (!told.isBlank()) {
            return Optional.of(Path.of(told));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(folder -> folder != null)
                .map(folder -> folder.resolveSibling("shared"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
