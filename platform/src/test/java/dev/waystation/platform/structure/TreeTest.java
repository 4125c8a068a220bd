package dev.waystation.platform.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * ARCHITECTURE.md tells the truth: every path it names exists, every module and test it should name
 * is in it.
 */
class TreeTest {

    private static final Pattern PATH =
            Pattern.compile(
                    "`((?:engines|platform|web|docs|tools|benchmarks|\\.ci|\\.mvn)/[\\w./-]*[\\w/])`");
    private static final Pattern TEST_CLASS =
            Pattern.compile("`(\\w+(?:Test|IT|RaceIT|Properties|AgainstReference))`");

    private final String architecture = Sources.text(Sources.root().resolve("ARCHITECTURE.md"));

    @Test
    void everyPathNamedExists() {
        assertThat(missingPaths(architecture)).isEmpty();
    }

    @Test
    void aMissingPathIsFound() {
        assertThat(missingPaths("see `engines/nowhere/Nothing.java`"))
                .containsExactly("engines/nowhere/Nothing.java");
    }

    @Test
    void everyTestNamedExists() {
        List<String> tests =
                Sources.files(".java").stream()
                        .map(path -> path.getFileName().toString().replace(".java", ""))
                        .toList();
        List<String> missing = new ArrayList<>();
        Matcher named = TEST_CLASS.matcher(architecture);
        while (named.find()) {
            if (!tests.contains(named.group(1))) {
                missing.add(named.group(1));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyModuleAppears() {
        List<String> modules = new ArrayList<>();
        for (Path file : Sources.mainJava()) {
            if (file.endsWith("package-info.java")
                    && Sources.text(file).contains("@ApplicationModule(")) {
                modules.add(file.getName(file.getNameCount() - 2).toString());
            }
        }
        assertThat(modules).isNotEmpty().allMatch(architecture::contains);
    }

    private static List<String> missingPaths(String page) {
        List<String> missing = new ArrayList<>();
        Matcher named = PATH.matcher(page);
        while (named.find()) {
            if (!Files.exists(Sources.root().resolve(named.group(1)))) {
                missing.add(named.group(1));
            }
        }
        return missing;
    }
}
