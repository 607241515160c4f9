package io.minsheng.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.minsheng.platform.crypto.SessionKeySource.KeySource;

class SessionKeySourceTest {

    @TempDir
    Path folder;

    @Test
    void keepsARandomKeyForTheNextStart() throws IOException {
        String first = new KeySource("", folder).getValue(SessionKeySource.PROPERTY);

        assertThat(first).hasSize(43).isEqualTo(new KeySource("", folder).getValue(SessionKeySource.PROPERTY));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(SessionKeySource.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void prefersTheConfiguredKeyAndWritesNothing() {
        assertThat(new KeySource("the configured key", folder).getValue(SessionKeySource.PROPERTY))
                .isEqualTo("the configured key");
        assertThat(folder.resolve(SessionKeySource.FILE)).doesNotExist();
    }

    @Test
    void leavesNoKeyInWhatIsBuilt() {
        System.setProperty(SessionKeySource.BUILDING, "true");
        try {
            assertThat(new KeySource("", folder).getValue(SessionKeySource.PROPERTY)).hasSize(43);
        } finally {
            System.clearProperty(SessionKeySource.BUILDING);
        }
        assertThat(folder.resolve(SessionKeySource.FILE)).doesNotExist();
    }

    @Test
    void isSilentUntilAsked() {
        KeySource source = new KeySource("", folder);

        assertThat(source.getPropertyNames()).isEmpty();
        assertThat(source.getValue("quarkus.http.port")).isNull();
        assertThat(folder.resolve(SessionKeySource.FILE)).doesNotExist();
    }
}
