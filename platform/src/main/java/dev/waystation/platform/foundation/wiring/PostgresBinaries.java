package dev.waystation.platform.foundation.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks the PostgreSQL that travels in the jar, once per folder. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * The folder with {@code bin/} in it; unpacks below {@code parent} when it is not there yet.
     */
    static Path unpackBelow(Path parent) throws IOException {
        String archive = archiveName();
        Path home = parent.resolve("postgres-binaries-" + size(archive));
        if (Files.exists(home.resolve("bin").resolve("postgres"))) {
            return home;
        }
        Files.createDirectories(parent);
        Path unpacking = Files.createTempDirectory(parent, "unpacking-");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(open(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                write(unpacking, entry, tar);
            }
        }
        Files.setPosixFilePermissions(unpacking, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            // Atomic, so that two processes that unpack at the same time end with one whole copy.
            Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException raced) {
            if (!Files.exists(home.resolve("bin").resolve("postgres"))) {
                throw raced;
            }
            Folders.delete(unpacking);
        }
        return home;
    }

    private static void write(Path home, TarArchiveEntry entry, InputStream content)
            throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("Archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        @Nullable Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = machine.contains("aarch64") || machine.contains("arm64");
        return "/postgres-%s-%s.txz"
                .formatted(system.contains("mac") ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
    }

    private static long size(String archive) {
        try (InputStream in = open(archive)) {
            return in.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String archive) {
        InputStream in = PostgresBinaries.class.getResourceAsStream(archive);
        if (in == null) {
            throw new IllegalStateException(
                    "No embedded PostgreSQL for this machine ("
                            + archive
                            + ").\nMaybe set waystation.db.url to a PostgreSQL server from 15 up");
        }
        return in;
    }
}
