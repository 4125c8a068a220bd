package dev.waystation.platform.foundation.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the embedded server needs done to folders. */
final class Folders {

    private Folders() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        for (Path path : childrenFirst(folder)) {
            Files.deleteIfExists(path);
        }
    }

    static void giveTo(int user, Path folder) throws IOException {
        for (Path path : childrenFirst(folder)) {
            Files.setAttribute(path, "unix:uid", user);
            Files.setAttribute(path, "unix:gid", user);
        }
    }

    static void closeToOthers(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------"));
    }

    private static List<Path> childrenFirst(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
