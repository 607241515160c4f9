package io.minsheng.audit;

import java.security.MessageDigest;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.persistence.Settings;

/**
 * Where the chain ends, kept apart from it and authenticated with the master key. Who can write the database but has no key
 * could recompute a whole changed chain, or cut its end off; neither then fits the head.
 */
@ApplicationScoped
public class ChainHead {

    static final String SETTING = "audit-chain-head";
    private static final String PURPOSE = "audit-chain-head";

    private final Settings settings;
    private final Vault vault;

    ChainHead(Settings settings, Vault vault) {
        this.settings = settings;
        this.vault = vault;
    }

    /** @return empty if what is kept was not written by this program; position 0 if nothing was sealed yet */
    Optional<Head> read() {
        Optional<String> kept = settings.get(SETTING);
        if (kept.isEmpty()) {
            return Optional.of(new Head(0, Digests.GENESIS));
        }
        String[] parts = kept.get().split(":");
        boolean genuine = parts.length == 3 && MessageDigest.isEqual(parts[2].getBytes(),
                vault.digest(PURPOSE, parts[0] + ":" + parts[1]).getBytes());
        return genuine ? Optional.of(new Head(Long.parseLong(parts[0]), parts[1])) : Optional.empty();
    }

    /** In the transaction that seals. */
    void write(Head head) {
        String text = head.position() + ":" + head.digest();
        settings.put(SETTING, text + ":" + vault.digest(PURPOSE, text));
    }

    /**
     * @param position of the last sealed entry
     * @param digest its chain digest
     */
    record Head(long position, String digest) {
    }
}
