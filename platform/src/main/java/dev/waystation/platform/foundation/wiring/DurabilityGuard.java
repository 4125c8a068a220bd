package dev.waystation.platform.foundation.wiring;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Refuses to start on a database that may lose what it has acknowledged. */
public final class DurabilityGuard {

    private static final int OLDEST_VERSION = 150_000;

    private static final String SETTINGS =
            """
            select name, setting from pg_settings
            where name in ('fsync', 'full_page_writes', 'synchronous_commit')
            order by name
            """;

    private DurabilityGuard() {}

    public static void check(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            checkVersion(statement);
            List<String> unsafe = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(SETTINGS)) {
                while (row.next()) {
                    if (row.getString("setting").equals("off")) {
                        unsafe.add(row.getString("name") + " = off");
                    }
                }
            }
            if (!unsafe.isEmpty()) {
                throw new StartRefused(
                        "The database may lose acknowledged work: " + String.join(", ", unsafe),
                        unsafe.stream()
                                .map(setting ->
                                        "alter system set " + setting.replace("off", "on") + "; ")
                                .collect(
                                        Collectors.joining(
                                                "", "run: ", "select pg_reload_conf();")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }

    private static void checkVersion(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("show server_version_num")) {
            row.next();
            if (row.getInt(1) < OLDEST_VERSION) {
                throw new StartRefused(
                        "PostgreSQL 15 or newer is needed, the server says " + row.getInt(1),
                        "give the address of a newer server");
            }
        }
    }
}
