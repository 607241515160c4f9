package io.minsheng.platform.file;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One sealed piece of a file's content. */
@Entity
@Table(name = "file_piece")
public class FilePiece {

    @EmbeddedId
    private Key key;

    private byte[] sealed;

    protected FilePiece() {
    }

    FilePiece(String fileId, int piece, byte[] sealed) {
        this.key = new Key(fileId, piece);
        this.sealed = sealed;
    }

    /**
     * @param fileId the file
     * @param piece number of the piece, from 0
     */
    @Embeddable
    public record Key(@Column(name = "file_id") String fileId, @Column(name = "piece") int piece) implements Serializable {
    }
}
