package io.minsheng.intake.desk.sheet;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that has become a case. Its primary key is what keeps the same row from becoming another one, on any node. */
@Entity
@Table(name = "desk_sheet_entry")
class SheetEntry {

    @Id
    private String digest;
    @Column(name = "case_number")
    private String caseNumber;
    @Column(name = "entered_at")
    private Instant enteredAt;

    protected SheetEntry() {
    }

    SheetEntry(String digest, String caseNumber, Instant enteredAt) {
        this.digest = digest;
        this.caseNumber = caseNumber;
        this.enteredAt = enteredAt;
    }

    String digest() {
        return digest;
    }

    String caseNumber() {
        return caseNumber;
    }
}
