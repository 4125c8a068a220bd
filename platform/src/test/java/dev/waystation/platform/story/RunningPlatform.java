package dev.waystation.platform.story;

import dev.waystation.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform as `./way demo` starts it: own data folder, own port, a small sample world. */
final class RunningPlatform implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Path data;

    RunningPlatform(Path data, int members, String paymentSecret) {
        this.data = data;
        context =
                SpringApplication.run(
                        Platform.class,
                        "--spring.profiles.active=demo",
                        "--server.port=0",
                        "--waystation.data=" + data,
                        "--waystation.demo-members=" + members,
                        // a small world too is estimated from a part of it
                        "--waystation.audience.sample=100",
                        "--waystation.operator.help-phone=400-000-0000",
                        "--waystation.payment.sandbox-secret=" + paymentSecret);
    }

    String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /**
     * The one-time password of the first administrator, where only the owner of the folder reads
     * it.
     */
    String password() {
        try {
            return Files.readString(data.resolve("first-password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
