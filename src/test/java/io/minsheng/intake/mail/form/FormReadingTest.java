package io.minsheng.intake.mail.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The set of filled-in forms in src/test/resources/forms, made with office programs and by hand, in the designs
 * that people send.
 */
class FormReadingTest {

    private static final Path FORMS = Path.of("src/test/resources/forms");
    private static MeasureForms measured;

    @BeforeAll
    static void readAll() throws IOException {
        measured = MeasureForms.of(FORMS);
    }

    @Test
    void readsWhatMattersInAtLeastNineteenOfTwentyFields() {
        for (FormField field : List.of(FormField.TITLE, FormField.CATEGORY, FormField.CONTENT, FormField.NAME,
                FormField.PHONE)) {
            assertThat(measured.tallies().get(field).share()).as("%s: %s", field, measured.mistakes())
                    .isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void neverFillsAFieldThatWasLeftEmptyNorWithSomethingElse() {
        assertThat(measured.tallies().values()).allSatisfy(tally -> {
            assertThat(tally.invented).as("%s", measured.mistakes()).isZero();
            assertThat(tally.wrong).as("%s", measured.mistakes()).isZero();
        });
    }

    @Test
    void neverTakesALabelForAValue() throws IOException {
        for (Path file : files()) {
            for (ReadForms.Found found : ReadForms.read(file.getFileName().toString(), Files.readAllBytes(file)).forms()) {
                for (FormField field : FormField.values()) {
                    found.form().get(field)
                            .ifPresent(value -> assertThat(Labels.of(value)).as("%s %s", file, field).isEmpty());
                }
            }
        }
    }

    @Test
    void knowsDocumentsByTheirContentWhateverTheirName() throws IOException {
        byte[] docx = Files.readAllBytes(FORMS.resolve("classic-four-columns.docx"));
        byte[] doc = Files.readAllBytes(FORMS.resolve("classic-doc.doc"));
        assertThat(ReadForms.read("照片.jpg", docx).forms()).hasSize(1);
        assertThat(ReadForms.read("建议表.docx", doc).forms()).hasSize(1);
        assertThat(ReadForms.read("several-forms.zip", Files.readAllBytes(FORMS.resolve("several-forms.zip"))).forms())
                .extracting(ReadForms.Found::source)
                .containsExactly("several-forms.zip/表一.docx", "several-forms.zip/表二.odt");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files.filter(each -> !each.endsWith("expected.tsv")).sorted().toList();
        }
    }
}
