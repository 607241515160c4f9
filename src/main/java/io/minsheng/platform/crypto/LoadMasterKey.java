package io.minsheng.platform.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Finds the master key: the setting, else the file {@code master.key} in the data folder. The embedded database lives in
 * the same folder, so there a missing file is made; a PostgreSQL is shared by several nodes, which a key of one node's own
 * making would break, so there it is an error.
 */
@Singleton
public class LoadMasterKey {

    static final String FILE = "master.key";
    private static final Logger LOG = Logger.getLogger(LoadMasterKey.class);

    private final Path file;
    private final Optional<String> configured;
    private final String databaseKind;

    LoadMasterKey(@ConfigProperty(name = "minsheng.data-dir", defaultValue = "./data") Path dataFolder,
            @ConfigProperty(name = "minsheng.master-key") Optional<String> configured,
            @ConfigProperty(name = "quarkus.datasource.db-kind", defaultValue = "h2") String databaseKind) {
        this.file = dataFolder.resolve(FILE);
        this.configured = configured.filter(key -> !key.isBlank());
        this.databaseKind = databaseKind;
    }

    /**
     * @throws StartRefused if there is no usable key
     */
    @Produces
    @Singleton
    public MasterKey load() {
        try {
            if (configured.isPresent()) {
                return parse(configured.get(), "MINSHENG_MASTER_KEY");
            }
            if (Files.exists(file)) {
                return parse(Files.readString(file, US_ASCII), file.toString());
            }
            if ("postgresql".equals(databaseKind)) {
                throw new StartRefused("无法启动：使用 PostgreSQL 时必须设置 MINSHENG_MASTER_KEY（32 字节随机数的 base64，各节点相同），"
                        + "或将密钥文件放到 " + file + "。 / Start refused: with PostgreSQL set MINSHENG_MASTER_KEY (base64 of 32 random"
                        + " bytes, e.g. openssl rand -base64 32, the same on all nodes) or provide the key file.");
            }
            return create(file);
        } catch (IOException e) {
            throw new StartRefused("无法启动：密钥文件 " + file + " 不能读写。 / Start refused: cannot read or write the key file: " + e);
        }
    }

    private static MasterKey parse(String text, String source) {
        try {
            return MasterKey.parse(text);
        } catch (IllegalArgumentException e) {
            // the text itself is the secret, it is not repeated
            throw new StartRefused("无法启动：" + source + " 不是 32 字节的 base64。 / Start refused: " + source
                    + " is not the base64 of 32 bytes.");
        }
    }

    private static MasterKey create(Path file) throws IOException {
        byte[] secret = Seal.newKey();
        if (!SecretFile.create(file, Base64.getEncoder().encodeToString(secret))) {
            // two programs started at once on the same folder: the first one's key counts
            return parse(Files.readString(file, US_ASCII), file.toString());
        }
        LOG.warnf("已生成主密钥 %s，请与数据库分开备份：丢失后个人信息和附件将无法读取。", file.toAbsolutePath().normalize());
        return MasterKey.of(secret);
    }
}
