package dev.waystation.platform.story;

import dev.waystation.platform.Platform;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform as `./way demo` starts it: own data folder, own port, a small sample world. */
final class RunningPlatform implements AutoCloseable {

    static final String PASSWORD = "story-only-" + ProcessHandle.current().pid();

    private final ConfigurableApplicationContext context;

    RunningPlatform(Path data, int members) {
        context =
                SpringApplication.run(
                        Platform.class,
                        "--spring.profiles.active=demo",
                        "--server.port=0",
                        "--waystation.data=" + data,
                        "--waystation.demo-members=" + members,
                        "--waystation.admin-password=" + PASSWORD);
    }

    String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
