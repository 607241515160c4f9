package io.minsheng.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;

import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.persistence.Ids;

/** A version of the text with which a list is published. Each draft is a version of its own; one is released. */
@Entity
@Table(name = "publication")
public class Publication {

    @Id
    private String id;
    private String campaign;
    @Column(name = "list_id")
    private String listId;
    private int version;
    private String title;
    private String text;
    @Column(name = "drafted_by")
    private String draftedBy;
    @Column(name = "drafted_at")
    private Instant draftedAt;
    @Column(name = "returned_reason")
    private String returnedReason;
    @Column(name = "released_by")
    private String releasedBy;
    @Column(name = "released_at")
    private Instant releasedAt;
    private String correction;
    @ElementCollection
    @CollectionTable(name = "publication_row", joinColumns = @JoinColumn(name = "publication_id"))
    private Set<PublishedWords> rows = new LinkedHashSet<>();
    @ManyToMany
    @Fetch(FetchMode.SUBSELECT)
    @JoinTable(name = "publication_version_annex", joinColumns = @JoinColumn(name = "publication_id"), inverseJoinColumns = @JoinColumn(name = "annex_id"))
    @OrderBy("id")
    private List<Annex> annexes = new ArrayList<>();

    protected Publication() {
    }

    /** What is drafted. */
    record Draft(String title, String text, List<PublishedWords> rows, List<Annex> annexes, String by, Instant at) {
    }

    Publication(String campaign, String listId, int version, Draft draft) {
        this.id = Ids.next();
        this.campaign = campaign;
        this.listId = listId;
        this.version = version;
        this.title = draft.title();
        this.text = draft.text();
        this.rows.addAll(draft.rows());
        this.annexes.addAll(draft.annexes());
        this.draftedBy = draft.by();
        this.draftedAt = draft.at();
    }

    /** What is published already is put right by this version; everybody may read why. */
    void corrects(String why) {
        this.correction = why;
    }

    void giveBack(String reason) {
        this.returnedReason = reason;
    }

    void release(String by, Instant at) {
        TwoPersons.require(draftedBy, by);
        if (releasedAt != null) {
            throw Refusal.conflict("这份公布稿已经签发。");
        }
        this.releasedBy = by;
        this.releasedAt = at;
    }

    public String id() {
        return id;
    }

    public String campaign() {
        return campaign;
    }

    public String listId() {
        return listId;
    }

    public int version() {
        return version;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }

    /** Why what was published is put right by it; null for the first version of a list. */
    public String correction() {
        return correction;
    }

    /** The words of the rows, in no order; they stay with the version whatever becomes of the projects. */
    public Set<PublishedWords> rows() {
        return rows;
    }

    /** The files that belong to this version. */
    public List<Annex> annexes() {
        return annexes;
    }

    /** All words of it that are there, also those that only the office sees. */
    List<PlacedText> words() {
        List<PlacedText> words = new ArrayList<>(List.of(new PlacedText(Place.TITLE, null, title),
                new PlacedText(Place.TEXT, null, text), new PlacedText(Place.CORRECTION, null, correction),
                new PlacedText(Place.RETURNED, null, returnedReason)));
        rows.stream().sorted(Comparator.comparing(PublishedWords::project))
                .forEach(each -> words.addAll(List.of(new PlacedText(Place.ROW_TITLE, each.project(), each.title()),
                        new PlacedText(Place.ROW_TARGET, each.project(), each.target()),
                        new PlacedText(Place.ROW_DUE, each.project(), each.due()))));
        return words.stream().filter(each -> each.text() != null).toList();
    }

    /** Whether the passage stands anywhere in it. */
    boolean holds(String passage) {
        return words().stream().anyMatch(each -> each.text().contains(passage));
    }

    /** What stood there is gone for good. */
    void overwrite(PlacedText words, String instead) {
        switch (words.place()) {
            case TITLE -> title = instead;
            case TEXT -> text = instead;
            case CORRECTION -> correction = instead;
            case RETURNED -> returnedReason = instead;
            case ROW_TITLE, ROW_TARGET, ROW_DUE -> {
                PublishedWords row = rows.stream().filter(each -> each.project().equals(words.project())).findFirst()
                        .orElseThrow();
                rows.remove(row);
                rows.add(row.with(words.place(), instead));
            }
        }
    }

    public String draftedBy() {
        return draftedBy;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    /** Why the second person gave it back; null otherwise. */
    public String returnedReason() {
        return returnedReason;
    }

    /** It waits for the second person. */
    public boolean waits() {
        return releasedAt == null && returnedReason == null;
    }

    /** Null until released. */
    public Instant releasedAt() {
        return releasedAt;
    }
}
