package io.minsheng.platform.file;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is known about a stored file; its content is in sealed pieces. */
@Entity
@Table(name = "stored_file")
public class StoredFile {

    @Id
    private String id;

    private String name;

    @Column(name = "media_type")
    private String mediaType;

    private long size;

    private String sha256;

    @Column(name = "wrapped_key")
    private byte[] wrappedKey;

    @Column(name = "created_at")
    private Instant createdAt;

    protected StoredFile() {
    }

    StoredFile(String id, String name, String mediaType, byte[] wrappedKey, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.mediaType = mediaType;
        this.sha256 = "";
        this.wrappedKey = wrappedKey;
        this.createdAt = createdAt;
    }

    void complete(long size, String sha256) {
        this.size = size;
        this.sha256 = sha256;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Bytes of the content as it was stored. */
    public long size() {
        return size;
    }

    /** Hex SHA-256 of the content. */
    public String sha256() {
        return sha256;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Whether the key was destroyed, and with it the content. */
    public boolean erased() {
        return wrappedKey == null;
    }

    byte[] wrappedKey() {
        return wrappedKey;
    }
}
