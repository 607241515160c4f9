package io.minsheng.intake.mail.imap;

import java.io.IOException;
import java.io.InputStream;

import jakarta.mail.MessagingException;

/** The bytes of a mail as a stream that asks the server for the next piece when it is needed. */
final class RawPieces extends InputStream {

    private final Source source;
    private byte[] current = new byte[0];
    private int position;
    private long offset;
    private boolean last;

    RawPieces(Source source) {
        this.source = source;
    }

    /** Some bytes, and whether no more follow. */
    record Piece(byte[] bytes, boolean last) {
    }

    /** Gives the piece from an offset on. */
    interface Source {
        Piece from(long offset) throws MessagingException;
    }

    @Override
    public int read() throws IOException {
        return more() ? current[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, into, at, count);
        position += count;
        return count;
    }

    private boolean more() throws IOException {
        while (position == current.length && !last) {
            try {
                Piece piece = source.from(offset);
                current = piece.bytes();
                position = 0;
                offset += current.length;
                last = piece.last();
            } catch (MessagingException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        return position < current.length;
    }
}
