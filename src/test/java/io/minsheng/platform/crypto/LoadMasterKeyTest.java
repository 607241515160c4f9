package io.minsheng.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadMasterKeyTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    Path folder;

    @Test
    void makesAKeyOnceThatOnlyItsOwnerReads() throws IOException {
        MasterKey first = loader(folder.resolve("new"), null, "h2").load();
        MasterKey second = loader(folder.resolve("new"), null, "h2").load();

        Path file = folder.resolve("new/master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(digest(first)).isEqualTo(digest(second));
    }

    @Test
    void prefersTheSettingToTheFile() {
        MasterKey file = loader(folder, null, "h2").load();

        assertThat(digest(loader(folder, KEY, "h2").load())).isEqualTo(digest(MasterKey.parse(KEY))).isNotEqualTo(digest(file));
    }

    @Test
    void neverMakesAKeyForPostgresql() throws IOException {
        assertThatThrownBy(() -> loader(folder, " ", "postgresql").load()).isInstanceOf(StartRefused.class)
                .hasMessageContaining("MINSHENG_MASTER_KEY").hasMessageContaining("Start refused");
        assertThat(folder.resolve("master.key")).doesNotExist();

        Files.writeString(folder.resolve("master.key"), KEY + "\n");
        assertThat(digest(loader(folder, null, "postgresql").load())).isEqualTo(digest(MasterKey.parse(KEY)));
    }

    @Test
    void refusesWhatIsNoKeyWithoutRepeatingIt() {
        for (String wrong : new String[] { "c2hvcnQ=", "no base64!" }) {
            assertThatThrownBy(() -> loader(folder, wrong, "h2").load()).isInstanceOf(StartRefused.class)
                    .hasMessageContaining("MINSHENG_MASTER_KEY").hasMessageNotContaining(wrong);
        }
    }

    private static String digest(MasterKey key) {
        return new Vault(key).digest("test", "text");
    }

    private static LoadMasterKey loader(Path folder, String key, String databaseKind) {
        return new LoadMasterKey(folder, Optional.ofNullable(key), databaseKind);
    }
}
