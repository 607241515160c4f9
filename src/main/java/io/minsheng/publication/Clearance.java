package io.minsheng.publication;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.persistence.Ids;

/** A second person's finding that something which looks like personal data is none. */
@Entity
@Table(name = "publication_clearance")
public class Clearance {

    @Id
    private String id;
    @Column(name = "list_id")
    private String listId;
    private String finding;
    private String what;
    private String reason;
    @Column(name = "cleared_by")
    private String clearedBy;
    @Column(name = "cleared_at")
    private Instant clearedAt;

    protected Clearance() {
    }

    Clearance(String listId, Finding finding, String reason, Actor by, Instant at) {
        this.id = Ids.next();
        this.listId = listId;
        this.finding = finding.key();
        this.what = finding.message();
        this.reason = reason;
        this.clearedBy = by.username();
        this.clearedAt = at;
    }

    String finding() {
        return finding;
    }

    String reason() {
        return reason;
    }

    String clearedBy() {
        return clearedBy;
    }

    Instant clearedAt() {
        return clearedAt;
    }
}
