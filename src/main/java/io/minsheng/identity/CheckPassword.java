package io.minsheng.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.minsheng.platform.event.Act;
import io.quarkus.elytron.security.common.BcryptUtil;

/**
 * Signs a person in by name and password. Shuts an account for an address after repeated failures ({@link WrongPasswords});
 * takes as long for an unknown name as for a known one; remembers a verified password for 60 s, since HTTP Basic sends it
 * with every call and bcrypt is slow on purpose.
 */
@ApplicationScoped
public class CheckPassword {

    /** Of 24 random bytes that nobody kept, and as costly as the others; to make one costs the start a third of a second. */
    private static final String DUMMY_HASH = "$2a$10$NK6acoijPdqyKdUr0yEGVu83zTZ6se/Ty3UvpNvj6pWLvYPYF75GO";

    private final Accounts accounts;
    private final WrongPasswords wrongPasswords;
    private final InstantSource clock;
    private final Event<Act> acts;
    private final Cache<String, Boolean> verified = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(60)).build();
    private final byte[] salt = new byte[16];

    CheckPassword(Accounts accounts, WrongPasswords wrongPasswords, InstantSource clock, Event<Act> acts) {
        this.accounts = accounts;
        this.wrongPasswords = wrongPasswords;
        this.clock = clock;
        this.acts = acts;
        new SecureRandom().nextBytes(salt);
    }

    /**
     * The account, or empty: unknown, wrong, locked or inactive are not told apart.
     *
     * @param address where the password comes from
     */
    @Transactional
    public Optional<Account> check(String username, String password, String address) {
        if (wrongPasswords.shut(username, address)) {
            return Optional.empty();
        }
        Optional<Account> found = accounts.byUsername(username);
        if (found.isEmpty()) {
            BcryptUtil.matches(password, DUMMY_HASH);
            wrongPasswords.note(username, address);
            return Optional.empty();
        }
        Account account = found.get();
        // whoever guesses from everywhere does not lock out those who are at work
        boolean locked = account.lockedAt(clock.instant()) && !wrongPasswords.knows(username, address);
        if (!account.active() || locked) {
            BcryptUtil.matches(password, DUMMY_HASH);
            wrongPasswords.note(username, address);
            return Optional.empty();
        }
        String memory = digest(account, password);
        if (verified.getIfPresent(memory) != null) {
            return found;
        }
        if (!BcryptUtil.matches(password, account.passwordHash())) {
            boolean shut = wrongPasswords.note(username, address);
            account.failed(clock.instant());
            acts.fire(new Act(username, "LOGIN_FAILED", "ACCOUNT", account.id(), null,
                    shut || account.lockedAt(clock.instant()) ? "locked" : ""));
            return Optional.empty();
        }
        if (!account.lockedAt(clock.instant())) {
            account.signedIn();
        }
        wrongPasswords.signedIn(username, address);
        verified.put(memory, true);
        acts.fire(new Act(username, "LOGIN", "ACCOUNT", account.id(), null, ""));
        return found;
    }

    /** Bound to the stored hash, so a changed password is forgotten at once. */
    private String digest(Account account, String password) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            sha.update(account.passwordHash().getBytes(StandardCharsets.UTF_8));
            sha.update(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
