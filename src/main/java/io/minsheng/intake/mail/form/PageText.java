package io.minsheng.intake.mail.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The signs of a page with their places, and how signs make lines and paragraphs. */
final class PageText extends PDFTextStripper {

    private static final int MAX = 200_000;

    private final List<Sign> signs = new ArrayList<>();

    /** One sign; x and y of its middle, measured from the upper left corner. */
    record Sign(String text, double left, double right, double y, double size) {

        double x() {
            return (left + right) / 2;
        }
    }

    private PageText(int page) {
        setStartPage(page);
        setEndPage(page);
    }

    static List<Sign> of(PDDocument document, int page) throws IOException {
        PageText text = new PageText(page);
        text.getText(document);
        return text.signs;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String unicode = position.getUnicode();
        if (unicode == null || unicode.isBlank() && unicode.length() > 2) {
            return;
        }
        if (signs.size() >= MAX) {
            throw new TooMuch("一页的文字过多");
        }
        double size = Math.max(4, position.getFontSizeInPt());
        signs.add(new Sign(Radicals.plain(unicode), position.getXDirAdj(), position.getXDirAdj() + position.getWidthDirAdj(),
                position.getYDirAdj() - size * 0.35, size));
    }

    /**
     * Signs as text: what stands at one height is a line; a line that goes on to the right edge goes on in the next one.
     *
     * @param edge right end of the room that the lines have
     */
    static String lines(List<Sign> signs, double edge) {
        StringBuilder text = new StringBuilder();
        Sign last = null;
        for (List<Sign> row : rows(signs)) {
            String line = line(row);
            if (last != null) {
                boolean goesOn = edge - last.right < last.size * 1.6 && row.get(0).left < edge - last.size * 4
                        && !ReadLines.beginsWithLabel(line);
                text.append(goesOn ? "" : "\n");
            }
            text.append(line);
            last = row.get(row.size() - 1);
        }
        return text.toString();
    }

    private static String line(List<Sign> row) {
        StringBuilder text = new StringBuilder();
        Sign last = null;
        for (Sign sign : row) {
            if (last != null) {
                double gap = sign.left - last.right;
                text.append(gap > last.size ? "  " : gap > last.size * 0.45 ? " " : "");
            }
            text.append(sign.text);
            last = sign;
        }
        return text.toString();
    }

    /** Signs by line, from top to bottom, each from left to right. */
    static List<List<Sign>> rows(List<Sign> signs) {
        List<List<Sign>> rows = new ArrayList<>();
        signs.stream().sorted(Comparator.comparingDouble(Sign::y)).forEach(each -> {
            List<Sign> row = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            if (row == null || each.y - row.get(0).y > Math.max(each.size, row.get(0).size) * 0.5) {
                row = new ArrayList<>();
                rows.add(row);
            }
            row.add(each);
        });
        rows.forEach(each -> each.sort(Comparator.comparingDouble(Sign::left)));
        return rows;
    }
}
