package io.minsheng.worklist;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Somebody has a case open on the screen. */
@Entity
@Table(name = "case_reader")
@IdClass(CaseReader.Key.class)
public class CaseReader {

    @Id
    @Column(name = "case_number")
    private String caseNumber;
    @Id
    private String username;
    @Column(name = "seen_at")
    private Instant seenAt;

    protected CaseReader() {
    }

    CaseReader(String caseNumber, String username, Instant seenAt) {
        this.caseNumber = caseNumber;
        this.username = username;
        this.seenAt = seenAt;
    }

    /** Case number and user name. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String caseNumber;
        private String username;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.caseNumber.equals(caseNumber) && key.username.equals(username);
        }

        @Override
        public int hashCode() {
            return Objects.hash(caseNumber, username);
        }
    }
}
