package dev.waystation.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * A folder for what a measurement keeps on disk, gone with it: ten million members take tens of
 * gigabytes. Open it before the platform, so that it is closed after it.
 */
record Scratch(Path folder) implements AutoCloseable {

    static Scratch open(String name) throws IOException {
        return new Scratch(Files.createTempDirectory(name));
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
