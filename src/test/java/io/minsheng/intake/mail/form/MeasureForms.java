package io.minsheng.intake.mail.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a folder of filled-in forms and compares with its {@code expected.tsv}: prints every field that is not right and the
 * share of right ones per field. Run it with {@code mvn -q -Pforms test-compile exec:java -Dexec.args="--forms folder"}.
 *
 * <p>
 * The first line of the table names its columns: {@code file}, then any of the codes of {@link FormField}
 * ({@code title category content reason place beneficiaries target name phone email address date}) or their Chinese labels.
 * One line per form, several for a file with several forms in their order; an empty field means that nothing must be found; a
 * line end in a value is written {@code \n}; a category is its code or its name. A file that holds no form has one line with
 * its name only.
 */
public final class MeasureForms {

    private final ReadCategory categories;
    private final Map<FormField, Tally> tallies = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /** Counts of one field. */
    static final class Tally {

        int all;
        int right;
        int wrong;
        int missing;
        int invented;

        double share() {
            return all == 0 ? 1 : (double) right / all;
        }
    }

    private MeasureForms() throws IOException {
        this.categories = new ReadCategory(categories());
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2 || !args[0].equals("--forms")) {
            System.err.println("usage: --forms folder (with an expected.tsv)");
            return;
        }
        MeasureForms measured = of(Path.of(args[1]));
        measured.mistakes.forEach(System.out::println);
        System.out.printf("%-14s %5s %6s %6s %8s %9s %7s%n", "field", "all", "right", "wrong", "missing", "invented", "share");
        measured.tallies
                .forEach((field, tally) -> System.out.printf("%-14s %5d %6d %6d %8d %9d %6.1f%%%n", field.code(), tally.all,
                        tally.right, tally.wrong, tally.missing, tally.invented, 100 * tally.share()));
    }

    static MeasureForms of(Path folder) throws IOException {
        MeasureForms measure = new MeasureForms();
        List<String> lines = Files.readAllLines(folder.resolve("expected.tsv"), UTF_8);
        List<String> columns = List.of(lines.get(0).replace("\uFEFF", "").split("\t", -1));
        Map<String, List<Map<FormField, String>>> expected = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.isBlank()) {
                continue;
            }
            String[] values = line.split("\t", -1);
            Map<FormField, String> form = new LinkedHashMap<>();
            for (int i = 1; i < columns.size(); i++) {
                int at = i;
                field(columns.get(i)).ifPresent(field -> form.put(field, at < values.length ? values[at] : ""));
            }
            expected.computeIfAbsent(values[0], file -> new ArrayList<>()).add(form);
        }
        for (Map.Entry<String, List<Map<FormField, String>>> file : expected.entrySet()) {
            measure.file(folder.resolve(file.getKey()), file.getValue());
        }
        return measure;
    }

    Map<FormField, Tally> tallies() {
        return tallies;
    }

    List<String> mistakes() {
        return mistakes;
    }

    private static Optional<FormField> field(String column) {
        for (FormField field : FormField.values()) {
            if (field.code().equalsIgnoreCase(column.strip())) {
                return Optional.of(field);
            }
        }
        return Labels.of(column).filter(Label::isField).map(Label::field);
    }

    private void file(Path file, List<Map<FormField, String>> expected) throws IOException {
        List<ReadForms.Found> found = ReadForms.read(file.getFileName().toString(), Files.readAllBytes(file)).forms();
        boolean none = expected.size() == 1 && expected.get(0).values().stream().allMatch(String::isEmpty);
        if (found.size() != (none ? 0 : expected.size())) {
            mistakes.add(file.getFileName() + ": " + found.size() + " forms instead of " + (none ? 0 : expected.size()));
        }
        for (int i = 0; i < Math.max(found.size(), none ? 0 : expected.size()); i++) {
            Map<FormField, String> wanted = i < expected.size() && !none ? expected.get(i) : Map.of();
            FilledForm form = i < found.size() ? found.get(i).form() : new FilledForm();
            for (FormField field : expected.get(0).keySet()) {
                compare(file.getFileName().toString(), field, wanted.getOrDefault(field, ""), form);
            }
        }
    }

    private void compare(String file, FormField field, String wanted, FilledForm form) {
        Tally tally = tallies.computeIfAbsent(field, each -> new Tally());
        String read = form.get(field).orElse("");
        String want = comparable(field, wanted.replace("\\n", "\n"));
        String got = comparable(field, read);
        tally.all++;
        if (want.equals(got)) {
            tally.right++;
            return;
        }
        String kind = got.isEmpty() ? "missing" : want.isEmpty() ? "invented" : "wrong";
        tally.missing += got.isEmpty() ? 1 : 0;
        tally.invented += !got.isEmpty() && want.isEmpty() ? 1 : 0;
        tally.wrong += !got.isEmpty() && !want.isEmpty() ? 1 : 0;
        mistakes.add(
                "%s: %s %s: «%s» instead of «%s» (%.2f)".formatted(file, field.code(), kind, read.replace("\n", "\\n"), wanted,
                        form.reading(field).map(Reading::confidence).orElse(0.0)));
    }

    private String comparable(FormField field, String value) {
        String bare = Normalizer.normalize(value, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        if (field == FormField.PHONE) {
            return bare.replaceAll("\\D", "");
        }
        return field == FormField.CATEGORY ? categories.of(value).map(Reading::value).orElse(value) : bare;
    }

    private static List<ReadCategory.Named> categories() throws IOException {
        try (InputStream in = MeasureForms.class.getResourceAsStream("/data/categories.tsv")) {
            return new String(in.readAllBytes(), UTF_8).lines().skip(1).map(each -> each.split("\t"))
                    .map(each -> new ReadCategory.Named(each[0], each[1])).toList();
        }
    }
}
