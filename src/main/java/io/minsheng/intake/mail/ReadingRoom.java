package io.minsheng.intake.mail;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

/**
 * So much of mails is in memory at a time: one that is read takes about three times its size, and several are worked on side by
 * side. Small ones hardly count; the largest have the room for themselves.
 */
@Singleton
class ReadingRoom {

    private static final int KILOBYTES = 64 * 1024;
    private static final int KILOBYTE = 1024;

    private final Semaphore room = new Semaphore(KILOBYTES, true);

    /** As {@link #during(long, Supplier)}, without a result. */
    void during(long bytes, Runnable work) {
        during(bytes, () -> {
            work.run();
            return null;
        });
    }

    /** Waits for room for a mail of so many bytes, and does something meanwhile with it in memory. */
    <T> T during(long bytes, Supplier<T> work) {
        int wanted = (int) Math.min(KILOBYTES, bytes / KILOBYTE + 1);
        room.acquireUninterruptibly(wanted);
        try {
            return work.get();
        } finally {
            room.release(wanted);
        }
    }
}
