package io.minsheng.search;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;
import io.quarkus.qute.TemplateData;

/** A search for cases under a name. Whoever opens it finds what his own rights allow. */
@Entity
@Table(name = "saved_view")
@TemplateData
public class SavedView {

    @Id
    private String id;
    private String owner;
    private String name;
    private String query;
    private boolean shared;
    @Column(name = "changed_at")
    private Instant changedAt;

    protected SavedView() {
    }

    SavedView(String owner, String name) {
        this.id = Ids.next();
        this.owner = owner;
        this.name = name;
    }

    void keep(String newName, String newQuery, boolean forOffice, Instant at) {
        this.name = newName;
        this.query = newQuery;
        this.shared = forOffice;
        this.changedAt = at;
    }

    public String id() {
        return id;
    }

    /** User name. */
    public String owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    /** The filter and order as the query of the list's address, e.g. {@code q=电梯&stage=TRIAGE&}, percent-encoded. */
    public String query() {
        return query;
    }

    /** Whether the whole office sees it. */
    public boolean shared() {
        return shared;
    }
}
