package io.minsheng.platform.crypto;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the keys are: {@code MINSHENG_DATA_DIR} and {@code MINSHENG_MASTER_KEY}. */
@ConfigMapping(prefix = "minsheng")
public interface CryptoSettings {

    /** The folder for the embedded database, the index and the key files. */
    @WithDefault("./data")
    Path dataDir();

    /** The master key, base64 of 32 bytes; without it the file {@code master.key} in the data folder counts. */
    Optional<String> masterKey();
}
