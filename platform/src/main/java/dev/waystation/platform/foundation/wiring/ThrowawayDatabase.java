package dev.waystation.platform.foundation.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A durable embedded server that lives no longer than this process; for tests. */
public final class ThrowawayDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(ThrowawayDatabase.class);

    private ThrowawayDatabase() {}

    /** A fresh server in the temporary folder; also removes what killed processes left there. */
    public static EmbeddedDatabase open() {
        try {
            Path all = folder();
            Files.createDirectories(all);
            removeLeftovers(all);
            Path folder = all.resolve(Long.toString(ProcessHandle.current().pid()));
            Folders.delete(folder);
            EmbeddedDatabase database = EmbeddedDatabase.open(folder, all, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(database, folder)));
            return database;
        } catch (IOException e) {
            throw new IllegalStateException("No throw-away PostgreSQL", e);
        }
    }

    /** Where they stand; a folder for each user of the machine, who could not enter another's. */
    static Path folder() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "waystation-throwaway-" + System.getProperty("user.name"));
    }

    private static void remove(EmbeddedDatabase database, Path folder) {
        try {
            database.close();
            Folders.delete(folder);
        } catch (IOException e) {
            LOG.warn("Folder {} is left behind", folder, e);
        }
    }

    private static void removeLeftovers(Path all) throws IOException {
        List<Path> folders;
        try (Stream<Path> children = Files.list(all)) {
            folders =
                    children.filter(path -> path.getFileName().toString().matches("\\d+")).toList();
        }
        for (Path folder : folders) {
            long owner = Long.parseLong(folder.getFileName().toString());
            if (ProcessHandle.of(owner).filter(ProcessHandle::isAlive).isPresent()) {
                continue;
            }
            try {
                if (Files.exists(folder.resolve("pgdata").resolve("postmaster.pid"))) {
                    EmbeddedDatabase.open(folder, all, 0).close();
                }
                Folders.delete(folder);
            } catch (IOException | IllegalStateException busy) {
                LOG.debug("Folder {} stays", folder, busy);
            }
        }
    }
}
