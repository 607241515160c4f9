package io.minsheng.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersFileTest {

    @TempDir
    Path folder;

    @Test
    void isReadableToNobodyElseFromTheBeginning() throws Exception {
        write("create table t (id int primary key)");
        assertThat(mode()).isEqualTo("rw-------");

        write("insert into t values (1)");
        assertThat(mode()).isEqualTo("rw-------");
    }

    @Test
    void isClosedToOthersIfItWasOpen() throws Exception {
        Files.createDirectories(file().getParent());
        Files.createFile(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        write("create table t (id int primary key)");

        assertThat(mode()).isEqualTo("rw-r-----");
    }

    private void write(String sql) throws Exception {
        try (Connection connection = new H2WithOneWriter().connect("jdbc:h2:file:" + folder.resolve("data/minsheng")
                + ";WRITE_DELAY=0", new Properties())) {
            connection.createStatement().execute(sql);
        }
    }

    private Path file() {
        return folder.resolve("data/minsheng.mv.db");
    }

    private String mode() throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
    }
}
