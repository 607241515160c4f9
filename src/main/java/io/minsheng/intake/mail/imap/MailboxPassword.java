package io.minsheng.intake.mail.imap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;

import io.minsheng.platform.crypto.Vault;

/**
 * The password of a mailbox. One that is kept stays sealed until a connection is opened; who only looks at mailboxes never
 * holds it in the open.
 */
public final class MailboxPassword {

    private final String open;
    private final byte[] sealed;
    private final Vault vault;

    private MailboxPassword(String open, byte[] sealed, Vault vault) {
        this.open = open;
        this.sealed = sealed;
        this.vault = vault;
    }

    /** As the environment or somebody's form says it. */
    public static MailboxPassword typed(String password) {
        return new MailboxPassword(password, null, null);
    }

    /** As it is kept. */
    public static MailboxPassword kept(byte[] sealed, Vault vault) {
        return new MailboxPassword(null, sealed, vault);
    }

    /** In the open. */
    String unsealed() {
        return open != null ? open : new String(vault.openWithMaster(sealed), UTF_8);
    }

    /** As it is to be kept: what is sealed stays as it is. */
    public byte[] sealedBy(Vault vault) {
        return sealed != null ? sealed : vault.sealWithMaster(open.getBytes(UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailboxPassword it && Objects.equals(open, it.open) && Arrays.equals(sealed, it.sealed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(open, Arrays.hashCode(sealed));
    }

    /** Never says it. */
    @Override
    public String toString() {
        return "…";
    }
}
