package io.minsheng.proposal;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.persistence.Ids;

/**
 * Who made a suggestion: the only place with personal data, sealed with a key of its own. Destroying the key makes everything
 * sealed with it unreadable, here and in sent mails.
 */
@Entity
@Table(name = "author")
public class Author {

    @Id
    private String id;
    @Enumerated(EnumType.STRING)
    private ProposerKind kind;
    @Column(name = "wrapped_key")
    private byte[] wrappedKey;
    @Column(name = "sealed_name")
    private byte[] sealedName;
    @Column(name = "sealed_phone")
    private byte[] sealedPhone;
    @Column(name = "sealed_email")
    private byte[] sealedEmail;
    @Column(name = "sealed_address")
    private byte[] sealedAddress;
    @Column(name = "phone_digest")
    private String phoneDigest;
    @Column(name = "email_digest")
    private String emailDigest;
    @Column(name = "created_at")
    private Instant createdAt;

    protected Author() {
    }

    Author(ProposerKind kind, Contact contact, Vault vault, Instant createdAt) {
        this.id = Ids.next();
        this.kind = kind;
        this.wrappedKey = vault.newWrappedKey();
        this.createdAt = createdAt;
        seal(contact, vault);
    }

    private void seal(Contact contact, Vault vault) {
        this.sealedName = vault.sealText(wrappedKey, contact.name());
        this.sealedPhone = vault.sealText(wrappedKey, contact.phone());
        this.sealedEmail = vault.sealText(wrappedKey, contact.email());
        this.sealedAddress = vault.sealText(wrappedKey, contact.address());
        this.phoneDigest = contact.phone() == null ? null : vault.digest(Authors.PHONE, contact.phone());
        this.emailDigest = contact.email() == null ? null : vault.digest(Authors.EMAIL, contact.email().toLowerCase());
    }

    /** Puts other contact data in place of these; the old ones are gone. */
    void correct(Contact contact, Vault vault) {
        seal(contact, vault);
    }

    /** Destroys the key: nothing that was sealed with it can be read again, here or elsewhere. */
    void erase() {
        wrappedKey = null;
        sealedName = null;
        sealedPhone = null;
        sealedEmail = null;
        sealedAddress = null;
        phoneDigest = null;
        emailDigest = null;
    }

    public boolean erased() {
        return wrappedKey == null;
    }

    Contact open(Vault vault) {
        return new Contact(vault.openText(wrappedKey, sealedName), vault.openText(wrappedKey, sealedPhone),
                vault.openText(wrappedKey, sealedEmail), vault.openText(wrappedKey, sealedAddress));
    }

    public String id() {
        return id;
    }

    public ProposerKind kind() {
        return kind;
    }

    /** Key for other things that belong to this person, such as mails; null once erased. */
    public byte[] wrappedKey() {
        return wrappedKey;
    }

    public boolean hasEmail() {
        return wrappedKey != null && sealedEmail != null;
    }

    /** Keyed digest by which the same person is recognised; null without telephone. */
    public String phoneDigest() {
        return phoneDigest;
    }

    /** Keyed digest by which mails of the same sender are recognised; null without address. */
    public String emailDigest() {
        return emailDigest;
    }
}
