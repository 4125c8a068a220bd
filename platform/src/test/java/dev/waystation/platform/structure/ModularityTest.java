package dev.waystation.platform.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import dev.waystation.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ModularityTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/waystation/platform");

    // Two levels below the root is a module; foundation is one module of five packages.
    private static final Pattern MODULE_PACKAGE =
            Pattern.compile("(operators|selling|members|engagement|insight)/([a-z]+)(/.*)?");

    private static final Pattern MODULE_ID =
            Pattern.compile("@ApplicationModule\\(\\s*id = \"([a-z]+)\"");

    @Test
    void everyArrowBetweenModulesIsDeclaredAndNoneGoesInCircles() {
        ApplicationModules.of(Platform.class).verify();
    }

    /** The fixture: a module that reaches for another without saying so. */
    @Test
    void anArrowThatNobodyDeclaredIsFound() {
        ImportOption everything = location -> true;
        ApplicationModules broken =
                ApplicationModules.of("dev.waystation.platform.structure.modules", everything);
        assertThatThrownBy(broken::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("Taker")
                .hasMessageContaining("Given");
    }

    @Test
    void everyModulePackageWithClassesIsAnnotated() throws IOException {
        assertThat(unannotated(SOURCES)).isEmpty();
    }

    /** The fixture: a package with a class that no module owns escapes verification unseen. */
    @Test
    void aForgottenAnnotationIsFound() throws IOException {
        Path fixture = Path.of("src/test/resources/structure/unannotated");
        assertThat(unannotated(fixture)).containsExactly("selling/forgotten");
    }

    /**
     * A package-info among the tests comes first on the class path and hides the module's own: then
     * the module vanishes here, and with it every check of its arrows.
     */
    @Test
    void noModuleOfTheSourcesIsHidden() throws IOException {
        Set<String> seen = new TreeSet<>();
        ApplicationModules.of(Platform.class)
                .forEach(module -> seen.add(module.getIdentifier().toString()));
        assertThat(declared()).hasSizeGreaterThan(20).isEqualTo(seen);
    }

    private static Set<String> declared() throws IOException {
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.endsWith("package-info.java")).toList()) {
                Matcher matcher = MODULE_ID.matcher(Files.readString(file));
                if (matcher.find()) {
                    ids.add(matcher.group(1));
                }
            }
        }
        return ids;
    }

    /** Module packages that hold a class somewhere but carry no annotation. */
    private static Set<String> unannotated(Path sources) throws IOException {
        Set<String> modules = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String place = sources.relativize(file).getParent() + "/";
                Matcher matcher = MODULE_PACKAGE.matcher(place);
                if (matcher.matches()) {
                    modules.add(matcher.group(1) + "/" + matcher.group(2));
                }
            }
        }
        Set<String> bare = new TreeSet<>();
        for (String module : modules) {
            Path info = sources.resolve(module).resolve("package-info.java");
            if (!Files.exists(info) || !Files.readString(info).contains("@ApplicationModule(")) {
                bare.add(module);
            }
        }
        return bare;
    }
}
