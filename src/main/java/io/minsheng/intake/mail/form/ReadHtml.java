package io.minsheng.intake.mail.form;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Pages of HTML: mails with a pasted form, and the web pages that some programs write under the name of doc or xls. */
final class ReadHtml {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_SPAN = 200;

    private final DocumentDraft draft = new DocumentDraft();

    private ReadHtml() {
    }

    static FormDocument of(String html) {
        ReadHtml reader = new ReadHtml();
        reader.children(Jsoup.parse(html).body(), 0);
        return reader.draft.finish();
    }

    private void children(Element element, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TooMuch("内容嵌套超过 " + MAX_DEPTH + " 层");
        }
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                draft.text(text.getWholeText().replaceAll("[\\r\\n\\t ]+", " "));
            } else if (node instanceof Element inner) {
                element(inner, depth + 1);
            }
        }
    }

    private void element(Element element, int depth) {
        switch (element.normalName()) {
            case "script", "style", "head", "title", "object", "iframe", "del" -> {
            }
            case "br" -> draft.text("\n");
            case "table" -> table(element, depth);
            case "input" -> input(element);
            default -> {
                children(element, depth);
                if (element.isBlock()) {
                    draft.endParagraph();
                }
            }
        }
    }

    private void input(Element element) {
        String type = element.attr("type");
        if (type.equals("checkbox") || type.equals("radio")) {
            draft.text(Symbols.box(element.hasAttr("checked")));
        } else if (!type.equals("hidden")) {
            draft.text(element.attr("value"));
        }
    }

    private void table(Element table, int depth) {
        draft.beginTable();
        int[] heldUntil = new int[0];
        int number = 0;
        for (Element row : table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr")) {
            draft.beginRow();
            int column = 0;
            for (Element cell : row.select("> td, > th")) {
                while (column < heldUntil.length && heldUntil[column] > number) {
                    column++;
                }
                int right = column + span(cell, "colspan");
                int rows = span(cell, "rowspan");
                children(cell, depth);
                draft.endCell(column, right, rows);
                heldUntil = held(heldUntil, column, right, number + rows);
                column = right;
            }
            number++;
        }
        draft.endTable();
    }

    private static int[] held(int[] before, int from, int to, int until) {
        int[] held = java.util.Arrays.copyOf(before, Math.max(before.length, to));
        for (int i = from; i < to; i++) {
            held[i] = Math.max(held[i], until);
        }
        return held;
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute);
        return value.matches("[1-9]\\d{0,3}") ? Math.min(MAX_SPAN, Integer.parseInt(value)) : 1;
    }
}
