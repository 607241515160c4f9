package io.minsheng.proposal.index;

import java.time.Duration;

/** How much of what the index was told of is in it, so that whoever changed something finds it at once. */
final class Progress {

    private long asked;
    private long done;

    synchronized void asked() {
        asked++;
    }

    synchronized void done(int count) {
        done += count;
        notifyAll();
    }

    synchronized void giveUp() {
        done = asked;
        notifyAll();
    }

    /** Waits until everything asked for so far is done, at most so long. */
    synchronized void settle(Duration most) {
        long wanted = asked;
        long end = System.nanoTime() + most.toNanos();
        try {
            for (long left = most.toMillis(); done < wanted && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
