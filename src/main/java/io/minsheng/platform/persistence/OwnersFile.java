package io.minsheng.platform.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes the file of an H2 database before H2 does, so that from its first moment on only the program's own user may read it.
 * H2 takes an empty file for a new database. One from before is closed to everybody but its owner and group, which a backup
 * may belong to.
 */
final class OwnersFile {

    private static final String FILE = "jdbc:h2:file:";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private OwnersFile() {
    }

    /** @param url of the database, without its settings; one that is kept in memory has no file */
    static void prepare(String url) {
        if (!url.startsWith(FILE)) {
            return;
        }
        Path file = Path.of(url.substring(FILE.length()) + ".mv.db").toAbsolutePath();
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            closeToOthers(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeToOthers(Path file) {
        try {
            Set<PosixFilePermission> now = Files.getPosixFilePermissions(file);
            if (now.removeAll(OTHERS)) {
                Files.setPosixFilePermissions(file, now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
