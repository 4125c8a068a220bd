package dev.waystation.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactTypes;
import dev.waystation.platform.foundation.lanes.LaneConnections;
import dev.waystation.platform.foundation.lanes.Trips;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The platform's wallet without its screens: a process that starts fast enough to be killed. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@ComponentScan({
    "dev.waystation.platform.members.wallet.store",
    "dev.waystation.platform.members.wallet.usecase"
})
@ComponentScan(
        basePackages = "dev.waystation.platform.foundation.wiring",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.ClockWiring"))
@Import({Explanations.class, FactLog.class, FactTypes.class, LaneConnections.class, Trips.class})
class WalletAlone {

    @Bean
    HikariDataSource dataSource(
            @Value("${waystation.db.url}") String url,
            @Value("${waystation.db.user}") String user,
            @Value("${waystation.db.password}") String password,
            @Value("${bench.name}") String name) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(2);
        pool.addDataSourceProperty("ApplicationName", name);
        return pool;
    }

    static ConfigurableApplicationContext open(
            String url, String user, String password, String name, boolean migrate) {
        return new SpringApplicationBuilder(WalletAlone.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true) // the wallet's use cases for other modules stay away
                .run(
                        "--waystation.db.url=" + url,
                        "--waystation.db.user=" + user,
                        "--waystation.db.password=" + password,
                        "--bench.name=" + name,
                        "--spring.flyway.enabled=" + migrate,
                        "--logging.level.root=ERROR");
    }
}
