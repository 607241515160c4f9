package io.minsheng.identity;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A one-time link by which a person sets the first password of an account; only a keyed digest of its token is kept. */
@Entity
@Table(name = "account_invitation")
class Invitation {

    @Id
    @Column(name = "token_digest")
    private String tokenDigest;
    private String username;
    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Invitation() {
    }

    Invitation(String tokenDigest, String username, Instant expiresAt) {
        this.tokenDigest = tokenDigest;
        this.username = username;
        this.expiresAt = expiresAt;
    }

    String username() {
        return username;
    }

    boolean validAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
