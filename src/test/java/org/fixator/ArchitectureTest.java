package org.fixator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The packages in their levels: each imports only lower ones. LEVELS names exactly the packages that exist, because
 * ArchUnit also fails a rule that matches no class. Rules are plain tests, not {@code @ArchTest} fields, which Surefire
 * 3.5.3 skips without a word.
 */
class ArchitectureTest {
    static final String ROOT = "org.fixator";
    static final List<Set<String>> LEVELS = List.of(
            Set.of("coding"),
            Set.of("issue", "index"),
            Set.of("codesystem"),
            Set.of("valueset", "conceptmap"),
            Set.of("systems", "release", "wire"),
            Set.of("catalog"),
            Set.of("store", "jobs"),
            Set.of("http", "cli"),
            Set.of("app"));
    /** Where this test was compiled to, wherever that is. */
    static final String TESTS = ArchitectureTest.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath();

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains(TESTS))
            .importPackages(ROOT);

    @Test
    void everyPackageHasALevel() {
        Set<String> found = CLASSES.stream()
                .map(c -> c.getPackageName())
                .filter(p -> p.startsWith(ROOT + "."))
                .map(p -> p.substring(ROOT.length() + 1).split("\\.", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(LEVELS.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new)), found);
    }

    @Test
    void packagesDependOnlyOnLowerLevels() {
        for (int i = 0; i < LEVELS.size(); i++)
            for (String p : LEVELS.get(i)) {
                List<String> no = new ArrayList<>();
                for (int j = i; j < LEVELS.size(); j++)
                    for (String q : LEVELS.get(j)) if (!q.equals(p)) no.add(ROOT + "." + q + "..");
                if (!no.isEmpty())
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + "." + p + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(no.toArray(String[]::new))
                            .check(CLASSES);
            }
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyHttpKnowsServlets() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..")
                .check(CLASSES);
    }
}
