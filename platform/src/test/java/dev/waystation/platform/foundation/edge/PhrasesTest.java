package dev.waystation.platform.foundation.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class PhrasesTest {

    private static final Pattern WRITTEN_CODE =
            Pattern.compile("Refusal\\s*\\.of\\(\\s*\"([A-Z][A-Z_]+)\"");

    private final Phrases phrases;

    PhrasesTest() throws IOException {
        phrases = new Phrases();
    }

    @Test
    void everyCodeHasASentenceInBothLanguages() {
        assertThat(phrases.codes("zh")).isEqualTo(phrases.codes("en"));
    }

    @Test
    void everyRefusalHasASentence() throws IOException, ClassNotFoundException {
        Set<String> codes = new TreeSet<>(refusalConstants());
        codes.addAll(codesInSources());
        assertThat(codes).hasSizeGreaterThan(20);
        codes.removeAll(phrases.codes("en"));
        assertThat(codes).as("codes without a sentence in messages/").isEmpty();
    }

    @Test
    void everyRemedyOfMalformedInputIsSaidInChineseToo() throws IOException {
        Remedies remedies = new Remedies();
        Set<String> written = WrittenRemedies.in(Path.of("src/main/java"));
        assertThat(written).hasSizeGreaterThan(150).contains("give 1 to {} hours");
        written.removeIf(each -> remedies.chinese(each).isPresent());
        assertThat(written).as("add these to messages/remedies_zh.txt").isEmpty();
    }

    @Test
    void aRemedyKeepsItsValuesInChinese() throws IOException {
        Remedies remedies = new Remedies();
        assertThat(remedies.chinese("give 1 to 24 hours")).contains("填 1 到 24 小时");
        assertThat(remedies.chinese("give 1 or more")).contains("填 1 或更大的数");
        assertThat(remedies.chinese("stand on one leg")).isEmpty();
    }

    @Test
    void namesValuesByName() {
        Said said = phrases.say("PERMISSION_MISSING", Map.of("permission", "jobs.read"));
        assertThat(said.en()).isEqualTo("Your account lacks the permission: jobs.read.");
        assertThat(said.zh()).contains("jobs.read");
    }

    @Test
    void showsTheBareCodeWhereASentenceIsMissing() {
        assertThat(phrases.say("NO_SUCH_CODE", Map.of()).en()).isEqualTo("NO_SUCH_CODE");
    }

    private static Set<String> refusalConstants() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Enum.class));
        Set<String> codes = new TreeSet<>();
        for (var found : scanner.findCandidateComponents("dev.waystation.platform")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            if (type.getSimpleName().endsWith("Refusal") && type.isEnum()) {
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .forEach(codes::add);
            }
        }
        return codes;
    }

    private static Set<String> codesInSources() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = WRITTEN_CODE.matcher(Files.readString(file));
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            }
        }
        return codes;
    }
}
