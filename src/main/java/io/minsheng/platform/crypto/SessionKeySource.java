package io.minsheng.platform.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;

/**
 * The key that seals the session cookies: {@code MINSHENG_SESSION_KEY}, else a random one kept in the data folder, so that a
 * restart signs nobody out. The framework would otherwise make one at each start and print it in the log. Named in
 * META-INF/services, since the framework wants the key before any bean exists.
 */
public final class SessionKeySource implements ConfigSourceFactory {

    static final String PROPERTY = "quarkus.http.auth.session.encryption-key";
    static final String FILE = "session.key";
    static final String BUILDING = "quarkus.appcds.generate";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String configured = value(context, "minsheng.session-key", "");
        String folder = value(context, "minsheng.data-dir", "./data");
        return List.of(new KeySource(configured, Path.of(folder)));
    }

    private static String value(ConfigSourceContext context, String name, String absent) {
        ConfigValue found = context.getValue(name);
        return found == null || found.getValue() == null || found.getValue().isBlank() ? absent : found.getValue();
    }

    /**
     * Makes or reads the key only when somebody asks for it. The build does when it makes a class archive (it starts the
     * program for that, with {@value #BUILDING}), and is given a key that nobody keeps: none may lie in what is built.
     */
    static final class KeySource implements ConfigSource {

        private final String configured;
        private final Path folder;
        private String key;

        KeySource(String configured, Path folder) {
            this.configured = configured;
            this.folder = folder;
        }

        /** None: whatever lists properties, the build above all, must not come upon a secret. */
        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public String getValue(String name) {
            return PROPERTY.equals(name) ? key() : null;
        }

        @Override
        public String getName() {
            return "session key";
        }

        /** Below environment and system properties: an explicit framework setting wins. */
        @Override
        public int getOrdinal() {
            return 260;
        }

        private synchronized String key() {
            if (key == null) {
                key = configured.isEmpty() ? kept() : configured;
            }
            return key;
        }

        private String kept() {
            if (Boolean.getBoolean(BUILDING)) {
                return made();
            }
            Path file = folder.resolve(FILE);
            try {
                if (!Files.exists(file)) {
                    // of two programs that start at once the first one's key counts
                    SecretFile.create(file, made());
                }
                return Files.readString(file, US_ASCII).strip();
            } catch (IOException e) {
                throw new StartRefused("无法启动：密钥文件 " + file + " 不能读写。 / Start refused: cannot read or write the key file: " + e);
            }
        }

        private static String made() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Seal.newKey());
        }
    }
}
