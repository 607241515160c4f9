package io.minsheng.platform.once;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The answer that the first call with a key got; sealed, because it may hold a query code. */
@Entity
@Table(name = "idempotency_key")
public class KeptReply {

    @Id
    @Column(name = "key_digest")
    private String keyDigest;
    @Column(name = "body_digest")
    private String bodyDigest;
    @Column(name = "sealed_reply")
    private byte[] sealedReply;
    @Column(name = "created_at")
    private Instant createdAt;

    protected KeptReply() {
    }

    KeptReply(String keyDigest, String bodyDigest, Instant createdAt) {
        this.keyDigest = keyDigest;
        this.bodyDigest = bodyDigest;
        this.sealedReply = new byte[0];
        this.createdAt = createdAt;
    }

    void keep(byte[] sealedReply) {
        this.sealedReply = sealedReply;
    }

    String bodyDigest() {
        return bodyDigest;
    }

    byte[] sealedReply() {
        return sealedReply;
    }
}
