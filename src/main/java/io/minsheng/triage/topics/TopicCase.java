package io.minsheng.triage.topics;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A case that has been looked at, and its topic. */
@Entity
@Table(name = "topic_case")
public class TopicCase {

    @Id
    @Column(name = "proposal_id")
    private String proposalId;
    @Column(name = "topic_id")
    private String topicId;
    @Column(name = "by_vectors")
    private boolean byVectors;
    @Column(name = "placed_at")
    private Instant placedAt;

    protected TopicCase() {
    }

    TopicCase(String proposalId) {
        this.proposalId = proposalId;
    }

    /**
     * Where it belongs.
     *
     * @param topic null for a case that stands alone so far
     * @param vectors whether meanings were compared, too, and not the words alone
     */
    void place(String topic, boolean vectors, Instant at) {
        this.topicId = topic;
        this.byVectors = vectors;
        this.placedAt = at;
    }
}
