package dev.waystation.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The one deployable: every module of Waystation in one process. */
@SpringBootApplication
public class Platform {

    public static void main(String[] args) {
        ConfigurableApplicationContext context = SpringApplication.run(Platform.class, args);
        // Ends in order, so that nothing this process started outlives it. Spring's own
        // spring.context.exit halts the machine and would leave the embedded database behind.
        if (context.getEnvironment().getProperty("waystation.once", Boolean.class, false)) {
            System.exit(SpringApplication.exit(context));
        }
    }
}
