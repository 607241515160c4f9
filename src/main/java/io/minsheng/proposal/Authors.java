package io.minsheng.proposal;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.crypto.Vault;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The authors; the way to their personal data. */
@ApplicationScoped
public class Authors implements PanacheRepositoryBase<Author, String> {

    static final String PHONE = "author-phone";
    static final String EMAIL = "author-email";

    private final Vault vault;

    Authors(Vault vault) {
        this.vault = vault;
    }

    Author create(ProposerKind kind, Contact contact, Instant at) {
        Author author = new Author(kind, contact, vault, at);
        persist(author);
        return author;
    }

    /** Personal data in the clear, for the program's own use (sending a mail); showing it is {@link RevealContact}'s. */
    public Contact contact(Author author) {
        return author.open(vault);
    }

    /** Whether this e-mail address is the author's. */
    public boolean hasAddress(Author author, String email) {
        return author.emailDigest() != null && author.emailDigest().equals(vault.digest(EMAIL, email.toLowerCase()));
    }
}
