package io.minsheng.proposal;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.persistence.Ids;

/** A file that belongs to a case. */
@Entity
@Table(name = "attachment")
public class Attachment {

    /** What the file is to the case. */
    public enum Kind {
        /** Sent along by the author. */
        ENCLOSURE,
        /** Scan of a letter, made by the desk. */
        SCAN,
        /** The mail the case came from, as it was received. */
        ORIGINAL
    }

    @Id
    private String id;
    @Column(name = "proposal_id")
    private String proposalId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "file_id")
    private StoredFile file;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Column(name = "added_at")
    private Instant addedAt;
    @Column(name = "added_by")
    private String addedBy;

    protected Attachment() {
    }

    Attachment(Proposal proposal, StoredFile file, Kind kind, String addedBy, Instant addedAt) {
        this.id = Ids.next();
        this.proposalId = proposal.id();
        this.file = file;
        this.kind = kind;
        this.addedBy = addedBy;
        this.addedAt = addedAt;
    }

    public String id() {
        return id;
    }

    public StoredFile file() {
        return file;
    }

    public Kind kind() {
        return kind;
    }

    public Instant addedAt() {
        return addedAt;
    }
}
