package dev.waystation.platform.foundation.wiring;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs server programs as somebody the server accepts. PostgreSQL refuses to run as root, so root
 * enters a user namespace first; where the machine forbids that, it becomes the user nobody.
 */
final class ServerUser {

    private static final int NOBODY = 65534;

    private final List<String> prefix;
    private final boolean nobody;

    private ServerUser(List<String> prefix, boolean nobody) {
        this.prefix = prefix;
        this.nobody = nobody;
    }

    static ServerUser detect() throws IOException {
        boolean root = ProcessHandle.current().info().user().orElse("").equals("root");
        if (!root) {
            return new ServerUser(List.of(), false);
        }
        if (succeeds("unshare", "-U", "true")) {
            return new ServerUser(List.of("unshare", "-U"), false);
        }
        if (succeeds("setpriv", "--reuid=" + NOBODY, "--clear-groups", "true")) {
            return new ServerUser(
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
                    true);
        }
        throw new IllegalStateException(
                "PostgreSQL refuses to run as root and neither unshare nor setpriv works here."
                        + "\nMaybe start as another user, or set waystation.db.url");
    }

    void takeOver(Path folder) throws IOException {
        if (nobody) {
            Folders.giveTo(NOBODY, folder);
        }
    }

    /** Runs to the end; the output goes to the file, because the server may outlive us. */
    int run(Path output, List<String> command) throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().put("HOME", "/tmp");
        builder.environment().put("LC_ALL", "C");
        return await(builder.start(), 90);
    }

    private static boolean succeeds(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return await(process, 10) == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static int await(Process process, int seconds) throws IOException {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("No end within " + seconds + " s: " + process.info());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + process.info(), e);
        }
    }
}
