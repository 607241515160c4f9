package io.minsheng.platform.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files in the data folder that only the program's own user may read (mode 0600 from the first moment on). */
public final class SecretFile {

    private SecretFile() {
    }

    /** Writes one line of ASCII into a new file; false when the file is there already, which stays as it is. */
    public static boolean create(Path file, String line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (SeekableByteChannel channel = Files.newByteChannel(file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC), ownerOnly(file))) {
            Channels.newOutputStream(channel).write((line + "\n").getBytes(US_ASCII));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Writes one line of ASCII, in place of what was there. */
    public static void replace(Path file, String line) throws IOException {
        Files.deleteIfExists(file);
        create(file, line);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
                : new FileAttribute<?>[0];
    }
}
