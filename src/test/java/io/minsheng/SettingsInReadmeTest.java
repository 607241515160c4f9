package io.minsheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;

/** The table of settings in README, against the settings that there are. */
class SettingsInReadmeTest {

    /** Read one by one: injected, by a timer, or before there is anything to inject. */
    private static final Pattern SINGLE = Pattern.compile("(?:name = \"|\\$\\{|context, \")(minsheng\\.[a-z.-]+)");

    /** A whole name, or the end of one that begins like the whole name before it. */
    private static final Pattern NAMED = Pattern.compile("`(MINSHENG|)(_[A-Z_]+)`");

    @Test
    void namesEverySettingAndNoOther() throws IOException {
        Set<String> settings = Stream.concat(mapped(), single()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(namedInReadme(settings)).containsExactlyInAnyOrderElementsOf(settings);
    }

    private static Stream<String> mapped() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.minsheng").stream().filter(each -> each.isAnnotatedWith(ConfigMapping.class))
                .map(JavaClass::reflect)
                .flatMap(each -> ConfigMappings.getProperties(ConfigClass.configClass(each)).keySet().stream())
                .map(SettingsInReadmeTest::variable);
    }

    private static Stream<String> single() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(each -> each.toString().endsWith(".java")).toList().stream()
                    .flatMap(each -> SINGLE.matcher(read(each)).results()).map(each -> variable(each.group(1)));
        }
    }

    private static Set<String> namedInReadme(Set<String> settings) {
        Set<String> named = new TreeSet<>();
        String whole = "";
        for (MatchResult each : rows().results().toList()) {
            if (each.group(1).isEmpty()) {
                named.add(ending(whole, each.group(2), settings));
            } else {
                whole = each.group(1) + each.group(2);
                named.add(whole);
            }
        }
        return named;
    }

    private static Matcher rows() {
        return NAMED.matcher(read(Path.of("README.md")).lines().filter(each -> each.startsWith("| `MINSHENG_"))
                .collect(Collectors.joining("\n")));
    }

    private static String ending(String whole, String end, Set<String> settings) {
        for (String begin = whole; begin.contains("_"); begin = begin.substring(0, begin.lastIndexOf('_'))) {
            if (settings.contains(begin + end)) {
                return begin + end;
            }
        }
        return whole + "…" + end;
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
