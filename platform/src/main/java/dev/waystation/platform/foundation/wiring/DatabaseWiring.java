package dev.waystation.platform.foundation.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the database: a server by URL, one of our own in the data folder, or a throw-away. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {

    /** Where the database is and how to get in. */
    record Door(String url, String user, String password, @Nullable EmbeddedDatabase embedded)
            implements AutoCloseable {

        static Door of(EmbeddedDatabase embedded) {
            return new Door(embedded.url(), embedded.user(), embedded.secret(), embedded);
        }

        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }

    @Bean
    Door databaseDoor(
            @Value("${waystation.db.url:}") String url,
            @Value("${waystation.db.user:}") String user,
            @Value("${waystation.db.password:}") String password,
            @Value("${waystation.db.port:0}") int port,
            @Value("${waystation.db.throwaway:false}") boolean throwaway,
            @Value("${waystation.data:var}") Path data) {
        if (throwaway) {
            return url.isBlank()
                    ? Door.of(ThrowawayDatabase.open())
                    : ExternalThrowaway.create(url, user, password);
        }
        if (!url.isBlank()) {
            return new Door(url, user, password, null);
        }
        return Door.of(EmbeddedDatabase.open(data.resolve("postgres"), data, port));
    }

    @Bean
    HikariDataSource dataSource(
            Door door,
            @Value("${waystation.db.connections:48}") int connections,
            @Value("${waystation.db.init-sql:}") String initSql) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(door.url());
        pool.setUsername(door.user());
        pool.setPassword(door.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(4);
        pool.setPoolName("waystation");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "waystation");
        if (!initSql.isBlank()) {
            pool.setConnectionInitSql(initSql);
        }
        try {
            DurabilityGuard.check(pool);
        } catch (IllegalStateException unsafe) {
            pool.close();
            throw unsafe;
        }
        return pool;
    }
}
