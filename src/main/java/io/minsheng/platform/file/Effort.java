package io.minsheng.platform.file;

import java.io.IOException;
import java.io.Serial;

/** How many bytes may still be read and written on a search; in a file that is made to take long they run out. */
final class Effort {

    private long left;

    Effort(long most) {
        this.left = most;
    }

    /** Bytes that are made so that a search in them takes long. */
    static final class TooMuch extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** @throws TooMuch if that is more than is left */
    void spend(long bytes) throws TooMuch {
        left -= bytes;
        if (left < 0) {
            throw new TooMuch();
        }
    }
}
