package dev.waystation.platform.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, found from wherever the tests run. */
final class Sources {

    private static final List<String> SKIPPED =
            List.of("target", "node_modules", "dist", "var", ".git", ".cache", "results");

    private Sources() {}

    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("way"))) {
            Path parent = here.getParent();
            if (parent == null) {
                throw new IllegalStateException("no ./way above " + Path.of("").toAbsolutePath());
            }
            here = parent;
        }
        return here;
    }

    static List<Path> files(String... endings) {
        return files(root(), endings);
    }

    static List<Path> files(Path from, String... endings) {
        try (Stream<Path> all = Files.walk(from)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> List.of(endings).stream().anyMatch(path.toString()::endsWith))
                    .filter(path -> !skipped(from.relativize(path)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> mainJava() {
        return files(".java").stream()
                .filter(path -> path.toString().contains("src/main/java"))
                .toList();
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path path) {
        return text(path).lines().toList();
    }

    private static boolean skipped(Path relative) {
        for (Path part : relative) {
            if (SKIPPED.contains(part.toString())) {
                return true;
            }
        }
        return false;
    }
}
