package io.minsheng.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.persistence.Ids;

/** A member of staff who can sign in. */
@Entity
@Table(name = "account")
public class Account {

    static final int FAILURES_BEFORE_LOCK = 50;
    static final Duration LOCK = Duration.ofMinutes(15);

    @Id
    private String id;
    private String username;
    @Column(name = "display_name")
    private String displayName;
    @Column(name = "password_hash")
    private String passwordHash;
    private String organisation;
    private String roles;
    private boolean active;
    @Column(name = "failed_logins")
    private int failedLogins;
    @Column(name = "locked_until")
    private Instant lockedUntil;
    @Column(name = "created_at")
    private Instant createdAt;
    private int passwords;

    protected Account() {
    }

    Account(String username, String displayName, String passwordHash, String organisation, Set<Role> roles,
            Instant createdAt) {
        this.id = Ids.next();
        this.username = username;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.organisation = organisation;
        this.roles = roles.stream().map(Role::name).collect(Collectors.joining(","));
        this.active = true;
        this.createdAt = createdAt;
    }

    /** The person as use cases see them. */
    public Actor actor() {
        return new Actor(username, displayName, roles(), organisation);
    }

    public Set<Role> roles() {
        return Arrays.stream(roles.split(",")).map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    public String id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public String organisation() {
        return organisation;
    }

    public boolean active() {
        return active;
    }

    void activate(boolean wanted) {
        active = wanted;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** How often the password was changed: sessions that began with another one are over. */
    public int passwords() {
        return passwords;
    }

    void changePassword(String hash) {
        passwordHash = hash;
        passwords++;
    }

    public boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    void signedIn() {
        failedLogins = 0;
        lockedUntil = null;
    }

    /**
     * So many failures, from however many addresses, lock the account for a while, so that no password is guessed by trying.
     */
    void failed(Instant now) {
        failedLogins++;
        if (failedLogins >= FAILURES_BEFORE_LOCK) {
            lockedUntil = now.plus(LOCK);
            failedLogins = 0;
        }
    }
}
