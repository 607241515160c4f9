package io.minsheng.triage.similar;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the synonym table that the office has changed, added or taken away. */
@Entity
@Table(name = "synonym_row")
class SynonymRow {

    private static final String BETWEEN = "、";

    @Id
    private String word;
    private String others;
    private boolean removed;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;

    protected SynonymRow() {
    }

    SynonymRow(String word) {
        this.word = word;
    }

    void say(List<String> others, String by, Instant at) {
        this.others = String.join(BETWEEN, others);
        this.removed = false;
        this.changedBy = by;
        this.changedAt = at;
    }

    void takeAway(String by, Instant at) {
        this.others = "-";
        this.removed = true;
        this.changedBy = by;
        this.changedAt = at;
    }

    String word() {
        return word;
    }

    /** Empty when it was taken away. */
    List<String> others() {
        return removed ? List.of() : List.of(others.split(BETWEEN));
    }
}
