package io.minsheng.intake.desk.sheet;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/** A row of an uploaded spreadsheet. */
@Entity
@Table(name = "desk_sheet_row")
public class SheetRow {

    /** What will become of it, or has. */
    public enum State {
        READY("可以登记"),
        BAD("有误"),
        /** The same row came in before; its case is named. */
        KNOWN("已登记过"),
        /** The same as a row further up. */
        REPEATED("与上文重复"),
        DONE("已登记");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    private String id;
    @Column(name = "sheet_id")
    private String sheetId;
    private int line;
    @Enumerated(EnumType.STRING)
    private State state;
    private String digest;
    @Column(name = "sealed_entry")
    private byte[] sealedEntry;
    @Convert(converter = ProblemsColumn.class)
    private List<Problem> problems;
    @Column(name = "same_as")
    private Integer sameAs;
    @Column(name = "case_number")
    private String caseNumber;
    @Column(name = "sealed_code")
    private byte[] sealedCode;
    private int tries;

    protected SheetRow() {
    }

    SheetRow(DeskSheet sheet, int line, String digest, byte[] sealedEntry) {
        this.id = Ids.next();
        this.sheetId = sheet.id();
        this.line = line;
        this.state = State.READY;
        this.digest = digest;
        this.sealedEntry = sealedEntry;
        this.problems = List.of();
    }

    void refuse(List<Problem> why) {
        this.state = State.BAD;
        this.problems = List.copyOf(why);
    }

    void known(String caseNumber) {
        this.state = State.KNOWN;
        this.caseNumber = caseNumber;
    }

    void sameAs(int line) {
        this.state = State.REPEATED;
        this.sameAs = line;
    }

    /** It is a case now, which keeps what was in the row. */
    void registered(String caseNumber, byte[] sealedCode) {
        this.state = State.DONE;
        this.caseNumber = caseNumber;
        this.sealedCode = sealedCode;
        this.sealedEntry = null;
    }

    /** @return how often it has been tried in vain */
    int failed() {
        return ++tries;
    }

    public String id() {
        return id;
    }

    String sheetId() {
        return sheetId;
    }

    /** Number of the row as spreadsheet programs count. */
    public int line() {
        return line;
    }

    public State state() {
        return state;
    }

    String digest() {
        return digest;
    }

    byte[] sealedEntry() {
        return sealedEntry;
    }

    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }

    /** Number of the row that says the same; null if none does. */
    public Integer sameAs() {
        return sameAs;
    }

    /** Null until it has one. */
    public String caseNumber() {
        return caseNumber;
    }

    byte[] sealedCode() {
        return sealedCode;
    }
}
