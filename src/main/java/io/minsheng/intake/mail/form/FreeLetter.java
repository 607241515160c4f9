package io.minsheng.intake.mail.form;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.minsheng.intake.mail.form.FormDocument.Cell;
import io.minsheng.intake.mail.form.FormDocument.Grid;
import io.minsheng.intake.mail.form.FormDocument.Paragraph;
import io.minsheng.platform.text.Texts;

/** A letter in a document: running text without the labels of a form. Tables, empty forms and the office's notices are none. */
final class FreeLetter {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 20_000;
    private static final int CELLS = 3;
    private static final Pattern NOTICE = Pattern.compile("面向社会(?:公开)?征集|征集(?:活动)?(?:的)?(?:公告|通告|启事)|(?:填表|填写)说明");

    private FreeLetter() {
    }

    /** Its text; empty if the document is something else. */
    static Optional<String> in(FormDocument document) {
        List<Cell> cells = document.blocks().stream().filter(Grid.class::isInstance)
                .flatMap(each -> ((Grid) each).cells().stream()).filter(each -> !each.isEmpty()).toList();
        String text = Texts.clean(document.blocks().stream()
                .flatMap(each -> each instanceof Paragraph paragraph ? Stream.of(paragraph.text())
                        : ((Grid) each).cells().stream().map(Cell::text))
                .collect(Collectors.joining("\n")));
        boolean letter = cells.size() <= CELLS && Texts.codePoints(text) >= SHORTEST && text.length() <= LONGEST
                && text.codePoints().anyMatch(Character::isIdeographic) && !hasLabels(text) && !NOTICE.matcher(text).find();
        return letter ? Optional.of(text) : Optional.empty();
    }

    /** Labels of who writes it stand below many a letter; others make it a form, empty or not understood. */
    private static boolean hasLabels(String text) {
        return ReadLines.of(text).entries().stream().map(Entry::label)
                .filter(each -> each != null && each.isField() && !each.field().personal() && each.field() != FormField.DATE)
                .count() > 1;
    }
}
