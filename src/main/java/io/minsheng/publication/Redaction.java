package io.minsheng.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;

import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.persistence.Ids;

/**
 * 遮盖: personal data in a version that was published before and corrected since is taken out for good (个人信息保护法 47: once
 * there is no purpose any more, it is deleted). The version stays in its place and says when and why. One person asks for it,
 * another carries it out; afterwards nobody can undo it.
 */
@Entity
@Table(name = "publication_redaction")
public class Redaction {

    /** How far it is. */
    public enum State {
        ASKED("待签批"),
        DONE("已遮盖"),
        DECLINED("未同意");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    private String id;
    @Column(name = "list_id")
    private String listId;
    @Column(name = "publication_id")
    private String publicationId;
    private String reason;
    @Enumerated(EnumType.STRING)
    private State state;
    @Column(name = "asked_by")
    private String askedBy;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "judged_by")
    private String judgedBy;
    @Column(name = "judged_at")
    private Instant judgedAt;
    @Column(name = "declined_reason")
    private String declinedReason;
    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "publication_redaction_mark", joinColumns = @JoinColumn(name = "redaction_id"))
    private Set<RedactionMark> marks = new LinkedHashSet<>();
    @ManyToMany
    @Fetch(FetchMode.SUBSELECT)
    @JoinTable(name = "publication_redaction_annex", joinColumns = @JoinColumn(name = "redaction_id"), inverseJoinColumns = @JoinColumn(name = "annex_id"))
    @OrderBy("id")
    private List<Annex> annexes = new ArrayList<>();

    protected Redaction() {
    }

    Redaction(Publication version, String reason, Collection<RedactionMark> marks, List<Annex> annexes, Actor by, Instant at) {
        this.id = Ids.next();
        this.listId = version.listId();
        this.publicationId = version.id();
        this.reason = reason;
        this.state = State.ASKED;
        this.marks.addAll(marks);
        this.annexes.addAll(annexes);
        this.askedBy = by.username();
        this.askedAt = at;
    }

    /** More of the same has been found since it was asked. */
    void mark(Collection<RedactionMark> found) {
        marks.addAll(found);
    }

    void done(String by, Instant at) {
        judged(State.DONE, by, at);
    }

    void decline(String why, String by, Instant at) {
        judged(State.DECLINED, by, at);
        this.declinedReason = why;
    }

    private void judged(State outcome, String by, Instant at) {
        TwoPersons.require(askedBy, by);
        this.state = outcome;
        this.judgedBy = by;
        this.judgedAt = at;
    }

    /** Whether something in this version is (to be) blacked out. */
    boolean concerns(Publication version) {
        return marks.stream().anyMatch(each -> each.publication().equals(version.id()))
                || annexes.stream().anyMatch(version.annexes()::contains);
    }

    public String id() {
        return id;
    }

    public String listId() {
        return listId;
    }

    /** The version for which it was asked; what is found there is taken out of other versions as well. */
    public String publicationId() {
        return publicationId;
    }

    /** Why; everyone reads it. */
    public String reason() {
        return reason;
    }

    public State state() {
        return state;
    }

    public Set<RedactionMark> marks() {
        return marks;
    }

    public List<Annex> annexes() {
        return annexes;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Null until a second person has judged. */
    public String judgedBy() {
        return judgedBy;
    }

    /** Null until a second person has judged. */
    public Instant judgedAt() {
        return judgedAt;
    }

    /** Null unless declined. */
    public String declinedReason() {
        return declinedReason;
    }
}
