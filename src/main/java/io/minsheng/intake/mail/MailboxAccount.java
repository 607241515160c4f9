package io.minsheng.intake.mail;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.intake.mail.imap.Mailbox;
import io.minsheng.intake.mail.imap.Mailbox.Afterwards;
import io.minsheng.intake.mail.imap.MailboxPassword;
import io.minsheng.intake.mail.imap.MailboxSettings.Profile;
import io.minsheng.intake.mail.imap.MailboxSettings.Security;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.persistence.Ids;

/** A mailbox kept by an administrator; its password is sealed. */
@Entity
@Table(name = "mailbox_account")
public class MailboxAccount {

    @Id
    private String id;
    private String host;
    private int port;
    @Enumerated(EnumType.STRING)
    private Security security;
    @Enumerated(EnumType.STRING)
    private Profile profile;
    private String username;
    @Column(name = "sealed_password")
    private byte[] sealedPassword;
    private String folder;
    @Column(name = "poll_seconds")
    private int pollSeconds;
    @Enumerated(EnumType.STRING)
    private Afterwards afterwards;
    @Column(name = "move_to")
    private String moveTo;
    private boolean active;
    @Column(name = "created_at")
    private Instant createdAt;

    protected MailboxAccount() {
    }

    MailboxAccount(Instant createdAt) {
        this.id = Ids.next();
        this.createdAt = createdAt;
    }

    void change(Mailbox wanted, byte[] sealedPassword) {
        this.host = wanted.server().host();
        this.port = wanted.server().port();
        this.security = wanted.server().security();
        this.profile = wanted.server().profile();
        this.username = wanted.account().username();
        this.folder = wanted.account().folder();
        this.pollSeconds = (int) wanted.habits().interval().toSeconds();
        this.afterwards = wanted.habits().afterwards();
        this.moveTo = wanted.habits().moveTo();
        this.active = wanted.habits().active();
        this.sealedPassword = sealedPassword;
    }

    String id() {
        return id;
    }

    /** The mailbox; its password stays sealed. */
    Mailbox mailbox(Vault vault) {
        return new Mailbox(id, new Mailbox.Server(host, port, security, profile),
                new Mailbox.Account(username, MailboxPassword.kept(sealedPassword, vault), folder),
                new Mailbox.Habits(Duration.ofSeconds(pollSeconds), active, afterwards, moveTo));
    }
}
