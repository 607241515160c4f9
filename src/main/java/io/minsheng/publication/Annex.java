package io.minsheng.publication;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.persistence.Ids;

/** A file that is published together with a list. Taken out of the draft it stays in the versions that held it. */
@Entity
@Table(name = "publication_annex")
public class Annex {

    /** What stands for the name of a file that held personal data. */
    static final String BLACKED_OUT = "已遮盖个人信息的附件";

    @Id
    private String id;
    @Column(name = "list_id")
    private String listId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "file_id")
    private StoredFile file;
    @Column(name = "added_by")
    private String addedBy;
    @Column(name = "added_at")
    private Instant addedAt;
    @Column(name = "removed_by")
    private String removedBy;
    @Column(name = "removed_at")
    private Instant removedAt;

    protected Annex() {
    }

    Annex(String listId, StoredFile file, String addedBy, Instant addedAt) {
        this.id = Ids.next();
        this.listId = listId;
        this.file = file;
        this.addedBy = addedBy;
        this.addedAt = addedAt;
    }

    void remove(String by, Instant at) {
        this.removedBy = by;
        this.removedAt = at;
    }

    public String id() {
        return id;
    }

    public StoredFile file() {
        return file;
    }

    public String addedBy() {
        return addedBy;
    }
}
