package io.minsheng.intake.desk.sheet;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.persistence.Ids;

/** A spreadsheet that a desk has uploaded: looked at first, registered only when somebody confirms. */
@Entity
@Table(name = "desk_sheet")
public class DeskSheet {

    /** What has become of it. */
    public enum State {
        CHECKED("待确认"),
        RUNNING("正在登记"),
        DONE("已登记");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Somebody confirmed a sheet; its rows wait to be registered. */
    public record Confirmed(String id) {
    }

    @Id
    private String id;
    private String campaign;
    private String desk;
    private String name;
    private String notes;
    @Column(name = "wrapped_key")
    private byte[] wrappedKey;
    @Enumerated(EnumType.STRING)
    private State state;
    @Column(name = "uploaded_by")
    private String uploadedBy;
    @Column(name = "uploaded_at")
    private Instant uploadedAt;
    @Column(name = "confirmed_by")
    private String confirmedBy;
    @Column(name = "confirmed_at")
    private Instant confirmedAt;
    @Column(name = "done_at")
    private Instant doneAt;

    protected DeskSheet() {
    }

    DeskSheet(String campaign, String desk, String name, List<String> notes, byte[] wrappedKey) {
        this.id = Ids.next();
        this.campaign = campaign;
        this.desk = desk;
        this.name = name;
        this.notes = notes.isEmpty() ? null : String.join("\n", notes);
        this.wrappedKey = wrappedKey;
        this.state = State.CHECKED;
    }

    void uploaded(String by, Instant at) {
        this.uploadedBy = by;
        this.uploadedAt = at;
    }

    void confirm(String by, Instant at) {
        if (state != State.CHECKED) {
            throw Refusal.conflict("这份表格已经确认过了。");
        }
        this.state = State.RUNNING;
        this.confirmedBy = by;
        this.confirmedAt = at;
    }

    void finish(Instant at) {
        this.state = State.DONE;
        this.doneAt = at;
    }

    /** From now on nobody can read what was in the rows, and no query code. */
    void forget() {
        this.wrappedKey = null;
    }

    public String id() {
        return id;
    }

    public String campaign() {
        return campaign;
    }

    /** Code of the desk; null if the office itself uploaded it. */
    public String desk() {
        return desk;
    }

    /** Name of the file. */
    public String name() {
        return name;
    }

    /** What the clerk should know about how it was read. */
    public List<String> notes() {
        return notes == null ? List.of() : List.of(notes.split("\n"));
    }

    byte[] wrappedKey() {
        return wrappedKey;
    }

    /** Whether contents and query codes can still be read. */
    public boolean readable() {
        return wrappedKey != null;
    }

    public State state() {
        return state;
    }

    public String uploadedBy() {
        return uploadedBy;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    /** Null until then; so is the next. */
    public String confirmedBy() {
        return confirmedBy;
    }

    public Instant doneAt() {
        return doneAt;
    }
}
