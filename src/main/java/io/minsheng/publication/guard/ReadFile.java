package io.minsheng.publication.guard;

import java.io.IOException;
import java.io.InputStream;

import io.minsheng.intake.mail.form.Archive;
import io.minsheng.intake.mail.form.Locked;
import io.minsheng.intake.mail.form.TooMuch;

/**
 * Reads everything in a file, and in the files inside of it: pages, hidden sheets, comments, tracked changes, properties,
 * links, the data of pictures. What comes out is counted while it is unpacked, over all files inside of each other.
 */
public final class ReadFile {

    private static final int MAX_DEPTH = 4;

    private final Archive.Budget budget = new Archive.Budget();
    private final FileText into = new FileText();

    private ReadFile() {
    }

    /**
     * All that is in the file.
     *
     * @throws UnreadableFile broken, locked with a password, or more than any honest file holds
     */
    public static FileText of(byte[] bytes) throws UnreadableFile {
        ReadFile reading = new ReadFile();
        try {
            reading.read(bytes, "", 0);
            return reading.into;
        } catch (Locked e) {
            throw new UnreadableFile("文件设有密码", e);
        } catch (TooMuch e) {
            throw new UnreadableFile(e.getMessage(), e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the libraries throw whatever a broken file makes them stumble over
            throw new UnreadableFile("文件已损坏或格式不受支持", e);
        }
    }

    /**
     * Reads a file that may lie in another.
     *
     * @param inside where it lies, or empty
     */
    void read(byte[] bytes, String inside, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new TooMuch("文件内嵌套超过 " + MAX_DEPTH + " 层");
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            try (Archive zip = new Archive(bytes, budget)) {
                new ReadPackage(this, into, zip, inside, depth).read();
            }
        } else if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            new ReadOldOffice(this, into, inside, depth).read(bytes);
        } else if (startsWith(bytes, '%', 'P', 'D', 'F')) {
            new ReadPdfText(this, into, inside, depth).read(bytes);
        } else if (startsWith(bytes, 0xFF, 0xD8) || startsWith(bytes, 0x89, 'P', 'N', 'G')) {
            into.picture();
            new ReadPictureData(into, inside).read(bytes);
        } else {
            into.unseen(inside.isEmpty() ? "文件内容" : "其中的" + inside);
            PickedSigns.of(bytes).forEach(each -> into.add(inside, each, FileText.Sort.BYTES));
        }
    }

    /** Bytes of something inside of a container, counted already by it. */
    static byte[] bytes(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
