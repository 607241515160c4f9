package io.minsheng.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.crypto.Vault;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The open invitations; they expire after seven days. */
@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, String> {

    private static final Duration VALID = Duration.ofDays(7);
    private static final int TOKEN_BYTES = 32;

    private final Vault vault;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(Vault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** Invites; returns the token, in the clear here and nowhere else. */
    String invite(String username) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        delete("expiresAt < ?1", now);
        persist(new Invitation(digest(token), username, now.plus(VALID)));
        return token;
    }

    Optional<Invitation> valid(String token) {
        return findByIdOptional(digest(token)).filter(each -> each.validAt(clock.instant()));
    }

    /** Used, or no longer needed: no link for this account works any more. */
    void end(String username) {
        delete("username", username);
    }

    private String digest(String token) {
        return vault.digest("invitation", token);
    }
}
