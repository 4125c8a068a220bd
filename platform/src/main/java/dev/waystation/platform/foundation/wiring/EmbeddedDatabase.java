package dev.waystation.platform.foundation.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in a data folder. One process owns the folder by a lock; a server that an
 * earlier, killed process left behind is adopted when it is proven to run on this very folder, and
 * stopped otherwise. It is never attached to unseen.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String USER = "waystation";

    // Given on the command line, so that no file and no ALTER SYSTEM can take durability away.
    private static final List<String> SETTINGS =
            List.of(
                    "fsync=on",
                    "full_page_writes=on",
                    "synchronous_commit=on",
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "dynamic_shared_memory_type=mmap",
                    "max_connections=120",
                    "shared_buffers=256MB",
                    "max_wal_size=2GB",
                    "wal_compression=on",
                    "jit=off",
                    "timezone=UTC");

    private final Path folder;
    private final Path cluster;
    private final Path binaries;
    private final ServerUser user;
    private final FileChannel lockFile;
    private final int port;
    private final String password;
    private final boolean adopted;

    private EmbeddedDatabase(Path folder, Path binaryFolder, int wantedPort) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        Files.createDirectories(this.folder);
        this.lockFile = lock(this.folder);
        try {
            this.binaries = PostgresBinaries.unpackBelow(binaryFolder.toAbsolutePath());
            this.user = ServerUser.detect();
            this.cluster = this.folder.resolve("pgdata");
            this.password = password();
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                initialise();
            }
            Optional<Integer> orphan = orphanPort();
            this.adopted = orphan.isPresent();
            this.port = adopted ? orphan.orElseThrow() : start(wantedPort);
        } catch (IOException | RuntimeException failed) {
            lockFile.close();
            throw failed;
        }
    }

    /**
     * Starts, or adopts, the server on the folder.
     *
     * @param port the port to listen on, 0 for a free one
     */
    public static EmbeddedDatabase open(Path folder, Path binaryFolder, int port) {
        try {
            return new EmbeddedDatabase(folder, binaryFolder, port);
        } catch (IOException e) {
            throw new IllegalStateException("Embedded PostgreSQL in " + folder + " fails", e);
        }
    }

    public String url() {
        return url(port);
    }

    public String user() {
        return USER;
    }

    public String secret() {
        return password;
    }

    /** Whether the server was left behind by an earlier process. */
    public boolean adopted() {
        return adopted;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            pgCtl("stop", "-m", "fast");
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("PostgreSQL in {} did not stop cleanly", folder, e);
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve("waystation.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException held) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new StartRefused(
                    "Another Waystation runs on the folder " + folder,
                    "stop it, or choose another folder with --data;"
                            + " a timetable can also be loaded in its console");
        }
        return channel;
    }

    private String password() throws IOException {
        Path file = folder.resolve("postgres.password");
        if (!Files.exists(file)) {
            byte[] secret = new byte[18];
            new SecureRandom().nextBytes(secret);
            Files.writeString(file, HexFormat.of().formatHex(secret));
            Folders.closeToOthers(file);
        }
        return Files.readString(file).strip();
    }

    private void initialise() throws IOException {
        Folders.delete(cluster); // an initialisation that was interrupted leaves a useless rest
        Files.createDirectories(cluster);
        Folders.closeToOthers(cluster);
        Path passwordForServer = folder.resolve("initdb.password");
        Files.writeString(passwordForServer, password);
        Folders.closeToOthers(passwordForServer);
        user.takeOver(cluster);
        user.takeOver(passwordForServer);
        Path log = folder.resolve("initdb.log");
        List<String> command = new ArrayList<>(List.of(binaries.resolve("bin/initdb").toString()));
        command.addAll(List.of("-D", cluster.toString(), "-U", USER, "-E", "UTF8"));
        command.addAll(List.of("--no-locale", "-A", "scram-sha-256"));
        command.add("--pwfile=" + passwordForServer);
        int exit = user.run(log, command);
        Files.delete(passwordForServer);
        if (exit != 0) {
            String output = Files.readString(log);
            Folders.delete(cluster);
            throw new IOException("initdb ended with " + exit + ": " + output);
        }
    }

    /** The port of a server that already runs on exactly this folder and lets us in. */
    private Optional<Integer> orphanPort() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        long pid = Long.parseLong(lines.getFirst().strip());
        boolean alive = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        if (!alive || !runsHere(pid)) {
            // PostgreSQL itself would take any living process of that number for a server.
            Files.delete(file);
            return Optional.empty();
        }
        if (lines.size() >= 4) {
            int found = Integer.parseInt(lines.get(3).strip());
            if (servesThisFolder(found)) {
                LOG.warn("Adopted PostgreSQL {} that an earlier process left running", pid);
                return Optional.of(found);
            }
        }
        LOG.warn("Stopping PostgreSQL {} that an earlier process left running", pid);
        pgCtl("stop", "-m", "fast");
        return Optional.empty();
    }

    private boolean runsHere(long pid) {
        if (!Files.exists(Path.of("/proc/self"))) {
            return true; // not Linux: the connection test decides
        }
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), cluster);
        } catch (IOException deadOrForeign) {
            return false; // a dead process that nobody has reaped yet, or somebody else's
        }
    }

    private boolean servesThisFolder(int candidate) {
        try (Connection connection = DriverManager.getConnection(url(candidate), USER, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            return row.next() && Files.isSameFile(Path.of(row.getString(1)), cluster);
        } catch (SQLException | IOException refused) {
            return false;
        }
    }

    private int start(int wantedPort) throws IOException {
        int chosen = wantedPort == 0 ? freePort() : wantedPort;
        StringBuilder options = new StringBuilder("-p " + chosen);
        SETTINGS.forEach(setting -> options.append(" -c '").append(setting).append('\''));
        int exit =
                pgCtl(
                        "start",
                        "-w",
                        "-t",
                        "60",
                        "-l",
                        cluster.resolve("server.log").toString(),
                        "-o",
                        options.toString());
        if (exit != 0 || !servesThisFolder(chosen)) {
            pgCtl("stop", "-m", "immediate"); // half a start must not linger
            throw new IOException(
                    "PostgreSQL does not start on port %d, see %s.%nMaybe the port is taken"
                            .formatted(chosen, cluster.resolve("server.log")));
        }
        return chosen;
    }

    private int pgCtl(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(binaries.resolve("bin/pg_ctl").toString());
        command.addAll(List.of("-D", cluster.toString()));
        command.addAll(List.of(arguments));
        return user.run(folder.resolve("pg_ctl.log"), command);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
