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

/** Words that the author added: an answer to a question, or an addendum. */
@Entity
@Table(name = "supplement")
public class Supplement {

    @Id
    private String id;
    @Column(name = "proposal_id")
    private String proposalId;
    @Column(name = "request_id")
    private String requestId;
    private String text;
    @Column(name = "received_at")
    private Instant receivedAt;
    @Enumerated(EnumType.STRING)
    private Channel channel;

    protected Supplement() {
    }

    Supplement(Proposal proposal, SupplementRequest request, String text, Channel channel, Instant receivedAt) {
        this.id = Ids.next();
        this.proposalId = proposal.id();
        this.requestId = request == null ? null : request.id();
        this.text = text;
        this.channel = channel;
        this.receivedAt = receivedAt;
    }

    void forgetPerson(UnaryOperator<String> mask) {
        text = mask.apply(text);
    }

    public String proposalId() {
        return proposalId;
    }

    public String text() {
        return text;
    }

    public Channel channel() {
        return channel;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Whether it answers a question. */
    public boolean answersQuestion() {
        return requestId != null;
    }
}
