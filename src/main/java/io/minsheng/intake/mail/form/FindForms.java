package io.minsheng.intake.mail.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.minsheng.intake.mail.form.FormDocument.Block;
import io.minsheng.intake.mail.form.FormDocument.Grid;
import io.minsheng.intake.mail.form.FormDocument.Paragraph;

/**
 * Finds the filled-in forms of a document. A field is never filled from the part of the office or with somebody else's data.
 */
final class FindForms {

    private static final double SHARED = 0.7;
    /** Of two fields in one the value says mostly the first. */
    private static final double SECOND = 0.5;

    private final List<FilledForm> forms = new ArrayList<>();
    private FilledForm form = new FilledForm();
    private FormField first;
    private boolean someoneElse;
    private boolean office;

    private FindForms() {
    }

    static List<FilledForm> in(FormDocument document) {
        FindForms finder = new FindForms();
        entries(document).forEach(finder::take);
        finder.end();
        finder.shareTheOnePerson();
        return finder.forms;
    }

    /** The form that the lines of a text make up; empty fields if they make none. */
    static FilledForm inLines(List<Entry> entries) {
        FindForms finder = new FindForms();
        entries.stream().filter(each -> each.label() != null).forEach(finder::fill);
        return finder.form;
    }

    private static List<Entry> entries(FormDocument document) {
        List<Entry> entries = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph paragraph) {
                lines.append(paragraph.text()).append('\n');
            } else if (block instanceof Grid grid) {
                entries.addAll(ReadLines.of(lines.toString()).entries());
                lines.setLength(0);
                entries.addAll(ReadGrid.of(grid));
            }
        }
        entries.addAll(ReadLines.of(lines.toString()).entries());
        return entries;
    }

    private void take(Entry entry) {
        if (entry.label() == null) {
            end();
            return;
        }
        if (entry.label().isField() && begins(entry.label().field())) {
            end();
        }
        fill(entry);
    }

    /** A second title, or the field with which the form began once more. */
    private boolean begins(FormField field) {
        boolean whole = form.has(FormField.TITLE) && form.has(FormField.CONTENT);
        return field == FormField.TITLE && form.has(FormField.TITLE) && first == FormField.TITLE
                || whole && field == first && field != FormField.DATE;
    }

    private void fill(Entry entry) {
        Label label = entry.label();
        switch (label.kind()) {
            case SOMEONE_ELSE -> someoneElse = true;
            case OFFICE -> office = true;
            case FIELD -> {
                if (label.field() == FormField.TITLE) {
                    office = false;
                }
                if (label.field() == FormField.NAME || label.field() == FormField.TITLE) {
                    someoneElse = false;
                }
                for (FormField field : label.fields()) {
                    boolean second = field != label.field() && !field.personal();
                    fill(field, second ? new Entry(label, entry.value(), entry.confidence() * SECOND) : entry);
                }
            }
            default -> {
            }
        }
    }

    private void fill(FormField field, Entry entry) {
        if (first == null) {
            first = field;
        }
        if (office || someoneElse && field.personal()) {
            return;
        }
        CleanValue.of(field, entry.value()).ifPresent(clean -> form.put(field, new Reading(clean.value(),
                clean.confidence() * entry.confidence() * entry.label().confidence())));
    }

    private void end() {
        if (form.isForm()) {
            forms.add(form);
        }
        form = new FilledForm();
        first = null;
        someoneElse = false;
        office = false;
    }

    /** Several suggestions in one document and one person for all of them. */
    private void shareTheOnePerson() {
        Set<String> names = forms.stream().map(each -> each.get(FormField.NAME)).flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Optional<FilledForm> named = forms.stream().filter(each -> each.has(FormField.NAME)).findFirst();
        if (names.size() != 1 || named.isEmpty()) {
            return;
        }
        for (FilledForm each : forms) {
            boolean nobody = !each.has(FormField.NAME) && !each.has(FormField.PHONE);
            for (FormField field : nobody ? FormField.values() : new FormField[0]) {
                if (field.personal()) {
                    named.get().get(field).ifPresent(value -> each.put(field, new Reading(value, SHARED)));
                }
            }
        }
    }
}
