package dev.waystation.platform.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Names, calls and sizes. Each rule has a fixture beside it that must be found. */
class TidyTest {

    private static final int ENGINE_LINES = 600;
    private static final int PLATFORM_LINES = 300;
    private static final Path BASELINE = Sources.root().resolve("tools/size-baseline.txt");

    @Test
    void noTypeOrPackageHasABannedName() {
        List<String> findings = new ArrayList<>();
        for (Path file : Sources.mainJava()) {
            findings.addAll(Tidy.bannedNames(name(file), Sources.text(file)));
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aBannedNameIsFound() {
        assertThat(Tidy.bannedNames("X.java", "package a.util;\nclass SeatManager {}")).hasSize(2);
    }

    @Test
    void noCodeTakesTimeOrChanceFromNowhere() {
        List<String> findings = new ArrayList<>();
        for (Path file : Sources.mainJava()) {
            if (!name(file).contains("foundation/wiring")
                    && !name(file).startsWith("benchmarks/")) {
                findings.addAll(Tidy.bannedCalls(name(file), Sources.text(file)));
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aBannedCallIsFound() {
        assertThat(Tidy.bannedCalls("X.java", "var t = Instant.now();"))
                .singleElement()
                .asString()
                .contains("Clock");
        assertThat(Tidy.bannedCalls("X.java", "Thread.sleep(5);")).hasSize(1);
    }

    @Test
    void noFileCarriesAPathOfOneMachine() {
        List<String> findings = new ArrayList<>();
        for (Path file :
                Sources.files(
                        ".java",
                        ".ts",
                        ".tsx",
                        ".md",
                        ".yaml",
                        ".yml",
                        ".sh",
                        ".xml",
                        ".properties")) {
            if (!name(file).contains("/structure/")) {
                findings.addAll(Tidy.absolutePaths(name(file), Sources.text(file)));
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aPathOfOneMachineIsFound() {
        assertThat(Tidy.absolutePaths("x.md", "see " + "/wo" + "rk/main")).hasSize(1);
    }

    @Test
    void noFileIsLongerThanItsAreaAllows() throws Exception {
        Map<String, Integer> allowed = baseline();
        List<String> findings = new ArrayList<>();
        Map<String, Integer> stillLong = new TreeMap<>();
        for (Path file : Sources.files(".java", ".ts", ".tsx")) {
            int lines = Sources.lines(file).size();
            int limit = name(file).startsWith("engines/") ? ENGINE_LINES : PLATFORM_LINES;
            if (lines > limit
                    && !name(file).contains("/generated/")
                    && !name(file).endsWith("schema.d.ts")) {
                stillLong.put(name(file), lines);
                int frozen = allowed.getOrDefault(name(file), limit);
                if (lines > frozen) {
                    findings.add(
                            name(file)
                                    + " has "
                                    + lines
                                    + " lines, "
                                    + frozen
                                    + " are allowed; split it by idea");
                }
            }
        }
        allowed.forEach((file, lines) -> {
            if (stillLong.getOrDefault(file, 0) < lines) {
                findings.add(
                        file
                                + " has shrunk: lower its number in tools/size-baseline.txt, or remove it");
            }
        });
        assertThat(findings).isEmpty();
    }

    @Test
    void halfOfAllFilesAreShort() {
        List<Integer> sizes =
                Sources.mainJava().stream()
                        .map(file -> Sources.lines(file).size())
                        .sorted()
                        .toList();
        assertThat(sizes.get(sizes.size() / 2))
                .as("median lines of a source file")
                .isLessThanOrEqualTo(60);
    }

    private static Map<String, Integer> baseline() throws Exception {
        Map<String, Integer> allowed = new TreeMap<>();
        if (Files.exists(BASELINE)) {
            for (String line : Files.readAllLines(BASELINE)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.strip().split("\\s+", 2);
                    allowed.put(parts[1], Integer.parseInt(parts[0]));
                }
            }
        }
        return allowed;
    }

    private static String name(Path file) {
        return Sources.root().relativize(file).toString();
    }
}
