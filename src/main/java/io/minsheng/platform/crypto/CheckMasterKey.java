package io.minsheng.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.minsheng.platform.persistence.Settings;
import io.quarkus.runtime.StartupEvent;

/**
 * Compares the master key with the one that sealed the database: at the first start a known text is sealed and kept, at
 * every later one it must open. Runs before anything else that starts, so nothing is ever sealed with a wrong key.
 */
@Singleton
public class CheckMasterKey {

    static final String SETTING = "master-key-check";
    private static final byte[] KNOWN = "民生 master key check 1".getBytes(UTF_8);

    private final Vault vault;
    private final Settings settings;

    CheckMasterKey(Vault vault, Settings settings) {
        this.vault = vault;
        this.settings = settings;
    }

    @Transactional
    void atStart(@Observes @Priority(1) StartupEvent start) {
        check();
    }

    /**
     * @throws StartRefused if another master key was used with this database before
     */
    void check() {
        Optional<String> kept = settings.get(SETTING);
        if (kept.isEmpty()) {
            settings.putIfAbsent(SETTING, Base64.getEncoder().encodeToString(vault.sealWithMaster(KNOWN)));
            // another node may have been first: what is kept now is what counts
            kept = settings.get(SETTING);
        }
        if (!opens(kept.orElseThrow())) {
            throw new StartRefused("无法启动：主密钥与数据库不符，请使用原来的 MINSHENG_MASTER_KEY 或 master.key。"
                    + " / Start refused: the master key is not the one this database was sealed with.");
        }
    }

    private boolean opens(String kept) {
        try {
            return Arrays.equals(KNOWN, vault.openWithMaster(Base64.getDecoder().decode(kept)));
        } catch (BrokenSeal | IllegalArgumentException e) {
            return false;
        }
    }
}
