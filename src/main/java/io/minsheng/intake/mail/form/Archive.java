package io.minsheng.intake.mail.form;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A zip, of which nothing is believed: what comes out is counted while it is inflated, per entry and in total, and a number of
 * entries that no document has is refused.
 */
public final class Archive implements AutoCloseable {

    private static final long MAX_ENTRY = 24L * 1024 * 1024;
    private static final int MAX_ENTRIES = 2000;

    private final ZipFile zip;
    private final Budget budget;

    /** What may be inflated in total; shared by a zip and the documents in it. */
    public static final class Budget {

        private static final long MAX_TOTAL = 64L * 1024 * 1024;

        private long left = MAX_TOTAL;

        void spend(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw new TooMuch("解压后超过 " + MAX_TOTAL / 1024 / 1024 + " MB");
            }
        }
    }

    public Archive(byte[] bytes, Budget budget) throws IOException {
        this.budget = budget;
        this.zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .setIgnoreLocalFileHeader(true).setUseUnicodeExtraFields(true).get();
        int entries = 0;
        Enumeration<ZipArchiveEntry> all = zip.getEntries();
        while (all.hasMoreElements()) {
            ZipArchiveEntry entry = all.nextElement();
            if (++entries > MAX_ENTRIES) {
                zip.close();
                throw new TooMuch("压缩包内超过 " + MAX_ENTRIES + " 个文件");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                zip.close();
                throw new Locked();
            }
        }
    }

    public List<ZipArchiveEntry> files() {
        return all().stream().filter(each -> !each.isDirectory()).toList();
    }

    /** Files and folders. */
    public List<ZipArchiveEntry> all() {
        List<ZipArchiveEntry> all = new ArrayList<>();
        zip.getEntriesInPhysicalOrder().asIterator().forEachRemaining(all::add);
        return all;
    }

    public boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** An entry, inflated as it is read. */
    public Optional<InputStream> open(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        return entry == null ? Optional.empty() : Optional.of(open(entry));
    }

    public InputStream open(ZipArchiveEntry entry) throws IOException {
        InputStream inflated = zip.getInputStream(entry);
        return new Counted(inflated == null ? new ByteArrayInputStream(new byte[0]) : inflated, budget);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what really comes out. */
    private static final class Counted extends FilterInputStream {

        private final Budget budget;
        private long count;

        Counted(InputStream in, Budget budget) {
            super(in);
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            counted(Math.max(0, read));
            return read;
        }

        private void counted(int bytes) {
            count += bytes;
            if (count > MAX_ENTRY) {
                throw new TooMuch("其中一个文件解压后超过 " + MAX_ENTRY / 1024 / 1024 + " MB");
            }
            budget.spend(bytes);
        }
    }
}
