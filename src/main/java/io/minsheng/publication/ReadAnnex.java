package io.minsheng.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.file.StoredFiles;
import io.minsheng.publication.guard.FileText;
import io.minsheng.publication.guard.ReadFile;
import io.minsheng.publication.guard.UnreadableFile;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Reads the files of a publication. What was read last is kept in memory, by the digest of the content, which never changes:
 * a draft is looked at many times, and unpacking its files takes longer than all the rest of the page. It is forgotten every
 * few minutes, because a file may be destroyed for what it says, on whatever node.
 */
@Singleton
class ReadAnnex {

    /** Signs, over all that is kept; one file has at most five million. */
    private static final int MOST_SIGNS = 5_000_000;
    private static final int MOST_FILES = 100;

    private final StoredFiles files;
    private final Map<String, Read> kept = new LinkedHashMap<>(16, 0.75f, true);

    ReadAnnex(StoredFiles files) {
        this.files = files;
    }

    /** One of the two is null. */
    private record Read(FileText text, UnreadableFile why) {

        int signs() {
            return text == null ? 0 : text.signs();
        }
    }

    /**
     * All that is in the file.
     *
     * @throws UnreadableFile as {@link ReadFile#of}
     */
    FileText of(StoredFile file) throws UnreadableFile {
        Read known;
        synchronized (kept) {
            known = kept.get(file.sha256());
        }
        if (known == null) {
            known = read(file);
            keep(file.sha256(), known);
        }
        if (known.why() != null) {
            throw known.why();
        }
        return known.text();
    }

    @Scheduled(identity = "annex-texts", every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        synchronized (kept) {
            kept.clear();
        }
    }

    /** The file is destroyed; other nodes let go of what they have read within ten minutes. */
    void forget(StoredFile file) {
        synchronized (kept) {
            kept.remove(file.sha256());
        }
    }

    private Read read(StoredFile file) {
        try (InputStream in = files.open(file.id())) {
            return new Read(ReadFile.of(in.readAllBytes()), null);
        } catch (UnreadableFile e) {
            return new Read(null, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String sha256, Read read) {
        synchronized (kept) {
            kept.put(sha256, read);
            long signs = kept.values().stream().mapToLong(Read::signs).sum();
            Iterator<Read> eldest = kept.values().iterator();
            while (signs > MOST_SIGNS || kept.size() > MOST_FILES) {
                signs -= eldest.next().signs();
                eldest.remove();
            }
        }
    }
}
