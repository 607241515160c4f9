package io.minsheng.platform.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;

import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

import io.minsheng.platform.error.Refusal;

/**
 * The pictures inside of a doc or xls ([MS-CFB]): each stream keeps its length, what its photos tell is emptied in it. Only a
 * file that holds such a photo is written anew, and then without what lies in it unused: Word leaves deleted pictures there. A
 * container that cannot be opened is cleaned as if it were one stream. What is encrypted stays as it is.
 */
final class OlePictures {

    private static final int BAT_COUNT = 44;
    private static final int SECTOR_SHIFT = 30;
    private static final int MAX_LEVELS = 20;
    private static final int MAX_UNPACKED = 64 * 1024 * 1024;
    private static final byte[] EXIF = { 'E', 'x', 'i', 'f', 0, 0 };

    /** What the streams may hold that are still to come: each part of the file belongs to one of them. */
    private long room;
    private final Flate flate = new Flate(MAX_UNPACKED);
    private boolean changed;
    /** What the zip files inside say that they unpack to. */
    private long unpacked;

    private OlePictures(long room) {
        this.room = room;
    }

    /**
     * @throws IOException if it is made to take long
     * @throws Refusal 415 with macros in what was put into it
     */
    static byte[] withoutMetadata(byte[] bytes) throws IOException {
        byte[] clean = reachable(bytes);
        if (clean != null) {
            return clean;
        }
        byte[] whole = bytes.clone();
        EmbeddedPictures.blank(whole, new Flate(MAX_UNPACKED));
        return whole;
    }

    /** Null if the container is broken. */
    private static byte[] reachable(byte[] bytes) throws Effort.TooMuch {
        if (claimsTooMuch(bytes)) {
            return null;
        }
        try (POIFSFileSystem old = new POIFSFileSystem(new ByteArrayInputStream(bytes));
                POIFSFileSystem anew = new POIFSFileSystem();
                ByteArrayOutputStream written = new ByteArrayOutputStream(bytes.length)) {
            OlePictures pictures = new OlePictures(bytes.length);
            pictures.copy(old.getRoot(), anew.getRoot(), 0);
            if (!pictures.changed && !contains(bytes, EXIF)) {
                return bytes;
            }
            anew.writeFilesystem(written);
            return written.toByteArray();
        } catch (Effort.TooMuch | Refusal e) {
            throw e;
        } catch (IOException | RuntimeException broken) {
            // POI says in many ways that it cannot read something
            return null;
        }
    }

    /** Memory is taken for as many sectors as the head says there are tables for. */
    private static boolean claimsTooMuch(byte[] bytes) {
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int shift = bytes.length < 512 ? 0 : head.getShort(SECTOR_SHIFT);
        if (shift != 9 && shift != 12) {
            return true;
        }
        long perTable = 1L << 2 * shift - 2;
        return (head.getInt(BAT_COUNT) - 2L) * perTable > bytes.length;
    }

    private void copy(DirectoryNode from, DirectoryEntry to, int level) throws IOException {
        if (level > MAX_LEVELS) {
            throw new IOException("more than " + MAX_LEVELS + " levels");
        }
        to.setStorageClsid(from.getStorageClsid());
        for (Iterator<Entry> entries = from.getEntries(); entries.hasNext();) {
            Entry each = entries.next();
            if (each instanceof DirectoryNode folder) {
                copy(folder, to.createDirectory(each.getName()), level + 1);
            } else if (each instanceof DocumentEntry stream) {
                to.createDocument(each.getName(), new ByteArrayInputStream(cleaned(stream)));
            }
        }
    }

    private byte[] cleaned(DocumentEntry stream) throws IOException {
        // ten thousand names for the same megabytes would fill the memory
        if (stream.getSize() < 0 || stream.getSize() > room) {
            throw new IOException("streams that share what they hold");
        }
        room -= stream.getSize();
        byte[] content;
        try (DocumentInputStream in = new DocumentInputStream(stream)) {
            content = in.readAllBytes();
        }
        if (content.length > 4 && content[0] == 'P' && content[1] == 'K' && content[2] == 3) {
            return cleanedZip(content);
        }
        byte[] clean = content.clone();
        String name = stream.getName().toLowerCase(Locale.ROOT);
        if (name.equals("workbook") || name.equals("book")) {
            ExcelDrawings.blank(clean, flate);
        } else {
            EmbeddedPictures.blank(clean, flate);
        }
        changed |= !Arrays.equals(content, clean);
        return clean;
    }

    /** A docx or xlsx that was put into the file. */
    private byte[] cleanedZip(byte[] content) throws IOException {
        unpacked += ZipDirectory.of(content).stream().flatMap(zip -> zip.entries().stream())
                .mapToLong(ZipDirectory.Entry::size).sum();
        if (unpacked > MAX_UNPACKED || OfficeContainers.ofZip(content).isEmpty()) {
            return content;
        }
        byte[] clean = OfficePictures.withoutMetadata(content);
        changed |= clean != content;
        return clean;
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
