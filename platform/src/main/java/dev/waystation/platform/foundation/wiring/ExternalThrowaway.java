package dev.waystation.platform.foundation.wiring;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database of its own on somebody's server, dropped when the process ends; for tests. */
final class ExternalThrowaway {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalThrowaway.class);

    private ExternalThrowaway() {}

    static DatabaseWiring.Door create(String url, String user, String password) {
        String name = "waystation_test_" + ProcessHandle.current().pid();
        run(url, user, password, "drop database if exists " + name + " with (force)");
        run(url, user, password, "create database " + name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(url, user, password, name)));
        String own = url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name);
        return new DatabaseWiring.Door(own, user, password, null);
    }

    private static void drop(String url, String user, String password, String name) {
        try {
            run(url, user, password, "drop database if exists " + name + " with (force)");
        } catch (IllegalStateException gone) {
            LOG.warn("Database {} is left behind", name, gone);
        }
    }

    private static void run(String url, String user, String password, String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("'" + sql + "' fails on " + url, e);
        }
    }
}
