package io.minsheng.proposal;

import java.time.Instant;
import java.util.function.UnaryOperator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/** What an author wrote before the case was split into parts. Never changed, but when the author is erased. */
@Entity
@Table(name = "split_source")
public class SplitSource {

    @Id
    private String id;
    @Column(name = "proposal_id")
    private String proposalId;
    private String title;
    private String category;
    private String content;
    @Column(name = "split_by")
    private String splitBy;
    @Column(name = "split_at")
    private Instant splitAt;

    protected SplitSource() {
    }

    SplitSource(Proposal proposal, String splitBy, Instant splitAt) {
        this.id = Ids.next();
        this.proposalId = proposal.id();
        this.title = proposal.title();
        this.category = proposal.category();
        this.content = proposal.content();
        this.splitBy = splitBy;
        this.splitAt = splitAt;
    }

    void forgetPerson(UnaryOperator<String> mask) {
        title = mask.apply(title);
        content = mask.apply(content);
    }

    public String title() {
        return title;
    }

    public String category() {
        return category;
    }

    public String content() {
        return content;
    }

    public Instant splitAt() {
        return splitAt;
    }
}
