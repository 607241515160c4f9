package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.persistence.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Keeps files in the database in pieces of 256 KB, each sealed with the file's own key. Everything is streamed: a file of any
 * size takes one piece of memory. Storing joins the caller's transaction, so a file is there exactly if its case is.
 */
@ApplicationScoped
public class StoredFiles {

    static final int PIECE_BYTES = 256 * 1024;
    private static final byte[] NOTHING = new byte[0];

    private final StatelessSession session;
    private final EntityManager entities;
    private final Vault vault;
    private final InstantSource clock;

    StoredFiles(StatelessSession session, EntityManager entities, Vault vault, InstantSource clock) {
        this.session = session;
        this.entities = entities;
        this.vault = vault;
        this.clock = clock;
    }

    /** Stores without a limit of size; see {@link #store(String, String, InputStream, long)}. */
    @Transactional
    public StoredFile store(String name, String mediaType, InputStream content) {
        return store(name, mediaType, content, Long.MAX_VALUE);
    }

    /**
     * Stores the content to its end; the stream is not closed.
     *
     * @param name a clean file name, at most 255 characters
     * @param maxBytes more content than this is refused
     * @throws Refusal 413 over the limit
     * @throws UncheckedIOException if reading the content fails
     */
    @Transactional
    public StoredFile store(String name, String mediaType, InputStream content, long maxBytes) {
        StoredFile file = new StoredFile(Ids.next(), name, mediaType, vault.newWrappedKey(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        MessageDigest sha256 = sha256();
        long size = 0;
        try {
            byte[] piece = content.readNBytes(PIECE_BYTES);
            boolean whole = piece.length < PIECE_BYTES;
            if (whole) {
                file.complete(piece.length, HexFormat.of().formatHex(sha256().digest(piece)));
            }
            // stateless: no persistence context collects the pieces
            session.insert(file);
            for (int number = 0; piece.length > 0; number++) {
                size += piece.length;
                if (size > maxBytes) {
                    throw Refusal.tooLarge("文件超过 " + megabytes(maxBytes) + " MB，请压缩后再上传。");
                }
                sha256.update(piece);
                session.insert(
                        new FilePiece(file.id(), number, vault.seal(file.wrappedKey(), piece, context(file.id(), number))));
                piece = whole ? NOTHING : content.readNBytes(PIECE_BYTES);
            }
            if (!whole) {
                file.complete(size, HexFormat.of().formatHex(sha256.digest()));
                session.update(file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the content of a file could not be read", e);
        }
    }

    /** A file that is known to be there, to be pointed at without reading it. */
    public StoredFile reference(String id) {
        return entities.getReference(StoredFile.class, id);
    }

    public Optional<StoredFile> find(String id) {
        return QuarkusTransaction.joiningExisting().call(() -> Optional.ofNullable(session.get(StoredFile.class, id)));
    }

    /**
     * The content, read piece by piece while it is consumed, also after the caller's transaction has ended.
     *
     * @throws Refusal 404 if there is no such file or its content was erased
     */
    public InputStream open(String id) {
        StoredFile file = find(id).filter(found -> !found.erased())
                .orElseThrow(() -> Refusal.notFound("文件不存在或已删除。"));
        return new Content(file);
    }

    /**
     * The contents of small files by their ids, all read in one go. Files of more than one piece, files that were erased and
     * those that are not there are left out.
     */
    public Map<String, byte[]> small(Collection<String> ids) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Map<String, byte[]> contents = new HashMap<>();
            session.createSelectionQuery("select f, p.sealed from StoredFile f, FilePiece p where f.id in :ids"
                    + " and f.size < :most and p.key.fileId = f.id and p.key.piece = 0 and f.wrappedKey is not null",
                    Object[].class).setParameter("ids", ids).setParameter("most", (long) PIECE_BYTES).getResultList()
                    .forEach(row -> {
                        StoredFile file = (StoredFile) row[0];
                        contents.put(file.id(), vault.open(file.wrappedKey(), (byte[]) row[1], context(file.id(), 0)));
                    });
            return contents;
        });
    }

    /** Holds a file until the transaction ends: who decides at the same time whether it is still needed, waits. */
    public void hold(String id) {
        session.createSelectionQuery("from StoredFile f where f.id = :id", StoredFile.class).setParameter("id", id)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE).getSingleResultOrNull();
    }

    /** Destroys the key and the pieces; what remains is that there was a file, its size and digest. */
    @Transactional
    public void erase(String id) {
        session.createMutationQuery("update StoredFile f set f.wrappedKey = null, f.name = :name where f.id = :id")
                .setParameter("name", Vault.ERASED).setParameter("id", id).executeUpdate();
        session.createMutationQuery("delete from FilePiece p where p.key.fileId = :id").setParameter("id", id).executeUpdate();
    }

    private byte[] piece(StoredFile file, int number) {
        byte[] sealed = QuarkusTransaction.joiningExisting()
                .call(() -> session.createSelectionQuery("select p.sealed from FilePiece p where p.key = :key", byte[].class)
                        .setParameter("key", new FilePiece.Key(file.id(), number)).getSingleResultOrNull());
        if (sealed == null) {
            throw new IllegalStateException("file " + file.id() + " has lost its piece " + number);
        }
        return vault.open(file.wrappedKey(), sealed, context(file.id(), number));
    }

    /** Binds a piece to its file and place, so that pieces cannot be exchanged in the database. */
    private static byte[] context(String fileId, int number) {
        return (fileId + "/" + number).getBytes(US_ASCII);
    }

    private static long megabytes(long bytes) {
        return bytes / (1024 * 1024);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Content extends InputStream {

        private final StoredFile file;
        private byte[] current = new byte[0];
        private int position;
        private int next;
        private long left;

        private Content(StoredFile file) {
            this.file = file;
            this.left = file.size();
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (position == current.length) {
                if (left == 0) {
                    return -1;
                }
                current = piece(file, next++);
                position = 0;
                left -= current.length;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, into, offset, count);
            position += count;
            return count;
        }

        @Override
        public int available() {
            return current.length - position;
        }

        @Override
        public void close() {
            Arrays.fill(current, (byte) 0);
            current = new byte[0];
            position = 0;
            left = 0;
        }
    }
}
