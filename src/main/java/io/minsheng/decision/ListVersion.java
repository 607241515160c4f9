package io.minsheng.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Codes;
import io.minsheng.platform.persistence.Ids;

/** A list of candidates as somebody saved it; never changed. The last one is the frozen one, with its digest. */
@Entity
@Table(name = "list_version")
public class ListVersion {

    @Id
    private String id;
    @Column(name = "list_id")
    private String listId;
    private int number;
    @Column(name = "saved_by")
    private String savedBy;
    @Column(name = "saved_at")
    private Instant savedAt;
    private String reason;
    private String digest;
    @ElementCollection
    @CollectionTable(name = "list_version_item", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "position")
    private List<Entry> entries = new ArrayList<>();

    protected ListVersion() {
    }

    ListVersion(CandidateList list, int number, List<Entry> entries, String reason, String by, Instant at) {
        this.id = Ids.next();
        this.listId = list.id();
        this.number = number;
        this.entries.addAll(entries);
        this.reason = reason;
        this.savedBy = by;
        this.savedAt = at;
    }

    /** An item as it stood on the list. */
    @Embeddable
    public record Entry(@Column(name = "item_id") String item, String title, String target,
            @Convert(converter = Codes.class) List<String> leads, @Convert(converter = Codes.class) List<String> assists,
            String due, int suggestions, int people) {
    }

    void frozen(String sha256) {
        this.digest = sha256;
    }

    /** 1 for the first. */
    public int number() {
        return number;
    }

    /** User name. */
    public String savedBy() {
        return savedBy;
    }

    public Instant savedAt() {
        return savedAt;
    }

    /** Why it differs from the one before; null when nobody said. */
    public String reason() {
        return reason;
    }

    /** SHA-256 of the frozen list; null for a draft. */
    public String digest() {
        return digest;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
