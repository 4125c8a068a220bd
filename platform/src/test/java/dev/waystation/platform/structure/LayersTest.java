package dev.waystation.platform.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

/** The arrows inside a module: web, triggers → usecase → model, store, facts. */
class LayersTest {

    private static final Set<String> ROOMS =
            Set.of("facts", "usecase", "model", "store", "triggers", "web");

    private static final ArchRule WEB_GOES_THROUGH_USE_CASES =
            noClasses()
                    .that()
                    .resideInAPackage("..web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.waystation.platform..store..")
                    .because("a screen asks a use case or a query class; move the call there");

    private static final ArchRule MODELS_ARE_FREE =
            noClasses()
                    .that()
                    .resideInAPackage("..model..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                    .because("a model decides; load before it and store after it in the use case");

    private static final ArchRule NOTHING_LOOKS_BACK_AT_THE_EDGE =
            noClasses()
                    .that()
                    .resideInAnyPackage("..usecase..", "..store..", "..model..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.waystation.platform..web..")
                    .because(
                            "use cases do not know who calls them; give the value a home in usecase or model");

    private final JavaClasses platform =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.waystation.platform");
    private final JavaClasses broken =
            new ClassFileImporter().importPackages("dev.waystation.platform.structure.broken");

    @Test
    void screensAskUseCases() {
        Set<String> frozen =
                new TreeSet<>(Sources.lines(Sources.root().resolve("tools/layer-baseline.txt")));
        frozen.removeIf(line -> line.startsWith("#") || line.isBlank());
        Set<String> found = new TreeSet<>();
        for (JavaClass type : platform) {
            if (type.getPackageName().endsWith(".web") && touchesStore(type)) {
                found.add(outermost(type.getName()));
            }
        }
        assertThat(found)
                .as("screens that read a store's rows; tools/layer-baseline.txt may only fall")
                .isEqualTo(frozen);
    }

    private static boolean touchesStore(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .anyMatch(name ->
                        name.startsWith("dev.waystation.platform.") && name.endsWith(".store"));
    }

    private static String outermost(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    @Test
    void modelsKnowNeitherSpringNorSql() {
        MODELS_ARE_FREE.allowEmptyShould(true).check(platform);
    }

    @Test
    void nothingLooksBackAtTheEdge() {
        NOTHING_LOOKS_BACK_AT_THE_EDGE.allowEmptyShould(true).check(platform);
    }

    @Test
    void theRulesFindWhatBreaksThem() {
        assertThat(WEB_GOES_THROUGH_USE_CASES.evaluate(broken).hasViolation()).isTrue();
        assertThat(MODELS_ARE_FREE.evaluate(broken).hasViolation()).isTrue();
    }

    @Test
    void aModuleHasOnlyTheRoomsEveryoneKnows() {
        assertThat(strangeRooms(platform)).isEmpty();
    }

    @Test
    void controllersLiveInWeb() {
        List<String> astray =
                platform.stream()
                        .filter(type -> type.isAnnotatedWith(RestController.class))
                        .filter(type -> !type.getPackageName().endsWith(".web"))
                        .filter(type -> !type.getPackageName().contains(".foundation."))
                        // The demo is flat: one controller does not earn it rooms.
                        .filter(type -> !type.getPackageName().endsWith(".platform.demo"))
                        .map(JavaClass::getName)
                        .toList();
        assertThat(astray).isEmpty();
    }

    private static Set<String> strangeRooms(JavaClasses classes) {
        Set<String> strange = new TreeSet<>();
        for (JavaClass type : classes) {
            String[] parts = type.getPackageName().split("\\.");
            boolean ofModule =
                    parts.length > 5
                            && !parts[3].equals("foundation")
                            && !parts[3].equals("structure");
            if (ofModule && !ROOMS.contains(parts[5])) {
                strange.add(type.getPackageName());
            }
        }
        return strange;
    }
}
