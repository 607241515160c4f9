package io.minsheng.intake.mail.form;

import java.util.ArrayList;
import java.util.List;

/** The table of a rich text that is being read. Its texts come cell by cell; where the cells end, the row's definition says. */
final class RtfTable {

    private final DocumentDraft draft;
    private final StringBuilder cell = new StringBuilder();
    private List<Defined> definition = new ArrayList<>();
    private List<String> texts = new ArrayList<>();
    private Defined next = new Defined();
    private boolean takesText;
    private boolean begun;

    RtfTable(DocumentDraft draft) {
        this.draft = draft;
    }

    /** A cell as the definition of its row says. */
    private static final class Defined {

        private int right;
        private boolean joinsAbove;
        private boolean joinsLeft;
    }

    /** A control word of tables; any other changes nothing. */
    void word(String word, int number) {
        switch (word) {
            case "pard" -> takesText = false;
            case "intbl" -> takesText = true;
            case "trowd" -> {
                definition = new ArrayList<>();
                next = new Defined();
            }
            case "clvmrg" -> next.joinsAbove = true;
            case "clmrg" -> next.joinsLeft = true;
            case "cellx" -> {
                next.right = number;
                definition.add(next);
                next = new Defined();
            }
            case "cell" -> {
                texts.add(cell.toString().strip());
                cell.setLength(0);
            }
            case "row" -> endRow();
            default -> {
            }
        }
    }

    /** Whether text belongs to a cell now. */
    boolean takesText() {
        return takesText;
    }

    void text(String text) {
        cell.append(text);
    }

    /** Whether rows were written that no {@link #end()} has closed. */
    boolean begun() {
        return begun;
    }

    void end() {
        if (begun) {
            begun = false;
            draft.endTable();
        }
    }

    private void endRow() {
        if (!begun) {
            draft.beginTable();
            begun = true;
        }
        draft.beginRow();
        int left = 0;
        for (int i = 0; i < texts.size(); i++) {
            Defined defined = i < definition.size() ? definition.get(i) : new Defined();
            int right = Math.max(left + 1, defined.right);
            draft.text(texts.get(i));
            if (defined.joinsAbove) {
                draft.joinAbove(left, right);
            } else if (!defined.joinsLeft) {
                draft.endCell(left, endOfMerged(i, right), 1);
            }
            left = right;
        }
        texts = new ArrayList<>();
        cell.setLength(0);
    }

    private int endOfMerged(int index, int right) {
        int end = right;
        for (int i = index + 1; i < definition.size() && definition.get(i).joinsLeft; i++) {
            end = definition.get(i).right;
        }
        return end;
    }
}
