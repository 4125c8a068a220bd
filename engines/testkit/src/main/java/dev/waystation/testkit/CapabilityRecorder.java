package dev.waystation.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Writes one line per finished test that carries {@link Capability} to {@code
 * target/capabilities.txt} of the module under test: id, tab, {@code passed} or {@code failed},
 * tab, class and method. Found by the runner as a service.
 */
public final class CapabilityRecorder implements TestExecutionListener {

    private static final Path RECORD = Path.of("target", "capabilities.txt");

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.getSource().orElse(null) instanceof MethodSource source) {
            String outcome =
                    result.getStatus() == TestExecutionResult.Status.SUCCESSFUL
                            ? "passed"
                            : "failed";
            for (String id : claims(source)) {
                append(
                        id
                                + "\t"
                                + outcome
                                + "\t"
                                + simpleName(source)
                                + "#"
                                + source.getMethodName()
                                + "\n");
            }
        }
    }

    private static Set<String> claims(MethodSource source) {
        Set<String> ids = new TreeSet<>();
        try {
            Method method = source.getJavaMethod();
            for (Capability claim : method.getAnnotationsByType(Capability.class)) {
                ids.add(claim.value());
            }
            for (Capability claim : source.getJavaClass().getAnnotationsByType(Capability.class)) {
                ids.add(claim.value());
            }
        } catch (RuntimeException e) {
            // A generated test without a method of its own claims nothing.
            return Set.of();
        }
        return ids;
    }

    private static String simpleName(MethodSource source) {
        String name = source.getClassName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static synchronized void append(String line) {
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(RECORD, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
