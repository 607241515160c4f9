package io.minsheng.proposal;

import java.time.Instant;
import java.util.function.UnaryOperator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/** One thing that happened to a case: a sentence for the author, one for colleagues, or both. */
@Entity
@Table(name = "timeline_entry")
public class TimelineEntry {

    @Id
    private String id;
    @Column(name = "proposal_id")
    private String proposalId;
    private Instant at;
    @Enumerated(EnumType.STRING)
    private Stage stage;
    private String actor;
    @Column(name = "public_text")
    private String publicText;
    @Column(name = "internal_text")
    private String internalText;
    private boolean released;

    protected TimelineEntry() {
    }

    TimelineEntry(Proposal proposal, Note note, String actor, boolean released, Instant at) {
        this.id = Ids.next();
        this.proposalId = proposal.id();
        this.at = at;
        this.stage = proposal.stage();
        this.actor = actor;
        this.publicText = note.publicText();
        this.internalText = note.internalText();
        this.released = released;
    }

    /** Takes the person out of what colleagues read, such as why somebody withdrew; public texts never name anybody. */
    void forgetPerson(UnaryOperator<String> mask) {
        internalText = mask.apply(internalText);
    }

    public Instant at() {
        return at;
    }

    public Stage stage() {
        return stage;
    }

    /** User name of who did it. */
    public String actor() {
        return actor;
    }

    /** For the author; null when it concerns colleagues only. */
    public String publicText() {
        return publicText;
    }

    /** For colleagues; may be null. */
    public String internalText() {
        return internalText;
    }

    /** Whether the author may see it already. */
    public boolean released() {
        return released;
    }
}
