package io.minsheng;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The layout of the program: arrows only downward, features of one level do not know each other. */
class ArchitectureTest {

    private static final String BASE = "io.minsheng.";

    /** Feature packages and their levels; a class belongs to the longest prefix that fits. */
    private static final Map<String, Integer> LEVELS = Map.ofEntries(Map.entry("platform", 0), Map.entry("workflow", 1),
            Map.entry("identity", 1), Map.entry("calendar", 1), Map.entry("campaign", 2), Map.entry("proposal", 3),
            Map.entry("correspondence", 3), Map.entry("intake.form", 4), Map.entry("intake.mail", 4),
            Map.entry("intake.desk", 4), Map.entry("triage", 4), Map.entry("evaluation", 4),
            Map.entry("implementation", 4), Map.entry("decision", 5), Map.entry("supervision", 5),
            Map.entry("publication", 6), Map.entry("worklist", 7), Map.entry("tracking", 7), Map.entry("search", 7),
            Map.entry("notification", 7), Map.entry("statistics", 7), Map.entry("audit", 7), Map.entry("closing", 7),
            Map.entry("demo", 8));

    /** Within level 3 the mails know the register, not the other way round. */
    private static final Map<String, String> SAME_LEVEL = Map.of("correspondence", "proposal");

    /** Parts of a feature that know nothing of its root. */
    private static final List<String> LEAVES = List.of("intake.mail.reading", "intake.mail.form", "intake.mail.imap",
            "intake.mail.suggestion");

    /** Parts of a feature that stand on top of it: only its faces know them. */
    private static final List<String> ROOFS = List.of("intake.mail.watch");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.minsheng");
    }

    @Test
    void everyClassBelongsToAFeatureOfTheTable() {
        assertThat(classes.stream().filter(each -> !each.getSimpleName().equals("package-info"))
                .filter(each -> feature(each).isEmpty()).map(JavaClass::getName)).isEmpty();
    }

    @Test
    void arrowsGoDownOnly() {
        TreeSet<String> wrong = new TreeSet<>();
        for (JavaClass each : classes) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (target.getName().startsWith(BASE) && !mayKnow(each, target)) {
                    wrong.add(each.getName() + " -> " + target.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void partsOfTheGroundAreFreeOfCycles() {
        slices().matching("io.minsheng.platform.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void featuresAreFreeOfCycles() {
        slices().assignedFrom(new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass each) {
                return feature(each).map(SliceIdentifier::of).orElse(SliceIdentifier.ignore());
            }

            @Override
            public String getDescription() {
                return "features";
            }
        }).should().beFreeOfCycles().check(classes);
    }

    /** Also within a feature: whatever a package knows does not know it, on however many ways. */
    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.minsheng.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void leavesOfAFeatureKnowNothingOfItsRoot() {
        TreeSet<String> wrong = new TreeSet<>();
        for (JavaClass each : classes) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (LEAVES.stream().anyMatch(leaf -> isWithin(each, BASE + leaf)
                        && target.getPackageName().equals(BASE + leaf.substring(0, leaf.lastIndexOf('.'))))) {
                    wrong.add(each.getName() + " -> " + target.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void roofsOfAFeatureAreKnownToItsFacesOnly() {
        TreeSet<String> wrong = new TreeSet<>();
        for (JavaClass each : classes) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (!isFace(each) && ROOFS.stream()
                        .anyMatch(roof -> isWithin(target, BASE + roof) && !isWithin(each, BASE + roof))) {
                    wrong.add(each.getName() + " -> " + target.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void facesOfAFeatureAreImportedByNobody() {
        TreeSet<String> wrong = new TreeSet<>();
        for (JavaClass each : classes) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (isFace(target) && !isWithin(each, target.getPackageName())) {
                    wrong.add(each.getName() + " -> " + target.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void onlyWorkflowKnowsTheEngine() {
        noClasses().that().resideOutsideOfPackage("io.minsheng.workflow..").should().dependOnClassesThat()
                .resideInAPackage("org.camunda..").check(classes);
    }

    @Test
    void beansGetWhatTheyNeedThroughTheirConstructor() {
        fields().should().notBeAnnotatedWith(Inject.class).check(classes);
    }

    @Test
    void theClockIsInjected() {
        noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(java.time.LocalDateTime.class, "now").check(classes);
    }

    @Test
    void namesSayWhatAClassDoes() {
        noClasses().should().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils").orShould()
                .haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Impl").orShould()
                .haveSimpleNameEndingWith("Manager").check(classes);
    }

    @Test
    void constructorsTakeAtMostSevenParameters() {
        DescribedPredicate<JavaClass> records = DescribedPredicate.describe("records", each -> each.isRecord());
        assertThat(classes.stream().filter(each -> !records.test(each) && !each.isEnum())
                .flatMap(each -> each.getConstructors().stream())
                .filter(each -> each.getRawParameterTypes().size() > 7).map(each -> each.getFullName())).isEmpty();
    }

    @Test
    void everyPackageSaysItsPurpose() throws IOException {
        Path root = Path.of("src/main/java/io/minsheng");
        try (Stream<Path> folders = Files.walk(root)) {
            List<Path> silent = folders.filter(Files::isDirectory).filter(ArchitectureTest::holdsClasses)
                    .filter(each -> Files.notExists(each.resolve("package-info.java"))).toList();
            assertThat(silent).isEmpty();
        }
    }

    private static boolean holdsClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(each -> each.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean mayKnow(JavaClass from, JavaClass to) {
        String own = feature(from).orElse("");
        String other = feature(to).orElse("");
        return own.equals(other) || LEVELS.getOrDefault(other, 99) < LEVELS.getOrDefault(own, -1)
                || other.equals(SAME_LEVEL.get(own));
    }

    private static Optional<String> feature(JavaClass each) {
        return LEVELS.keySet().stream().filter(name -> isWithin(each, BASE + name))
                .max((a, b) -> Integer.compare(a.length(), b.length()));
    }

    private static boolean isWithin(JavaClass each, String packageName) {
        return each.getPackageName().equals(packageName) || each.getPackageName().startsWith(packageName + ".");
    }

    /** The ground's own {@code web} is no face but what all faces share. */
    private static boolean isFace(JavaClass each) {
        return each.getPackageName().matches("io\\.minsheng\\.(?!platform).*\\.(web|api|process)");
    }
}
