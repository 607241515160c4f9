package io.minsheng.evaluation;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.Proposal;

/** What the office concluded from the opinions as they stood, so that nobody can say later that it had others before it. */
@Entity
@Table(name = "conclusion")
public class Conclusion {

    @Id
    private String id;
    @Column(name = "proposal_id")
    private String proposalId;
    private String outcome;
    @Column(name = "concluded_by")
    private String concludedBy;
    @Column(name = "concluded_at")
    private Instant concludedAt;
    @ElementCollection
    @CollectionTable(name = "conclusion_basis", joinColumns = @JoinColumn(name = "conclusion_id"))
    @Column(name = "version_id")
    private Set<String> basis = new HashSet<>();

    protected Conclusion() {
    }

    Conclusion(Proposal proposal, String outcome, Set<String> basis, String by, Instant at) {
        this.id = Ids.next();
        this.proposalId = proposal.id();
        this.outcome = outcome;
        this.basis.addAll(basis);
        this.concludedBy = by;
        this.concludedAt = at;
    }

    /** SHORTLIST, NOT_ADOPT, RESERVE or RE_EVALUATE. */
    public String outcome() {
        return outcome;
    }

    public Instant concludedAt() {
        return concludedAt;
    }

    /** Ids of the opinions' versions that it was built on. */
    Set<String> basis() {
        return basis;
    }
}
