package io.minsheng.proposal.index;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How much of what the index was told of is in it, so that whoever changed something finds it at once. */
final class Progress {

    private long asked;
    private long done;
    private int waiting;

    synchronized void asked() {
        asked++;
        notifyAll();
    }

    /** Lets changes gather until there are so many, somebody waits for them, or so long. */
    synchronized void gather(int enough, Duration most) {
        await(() -> waiting > 0 || asked - done >= enough, most);
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
        if (done >= wanted) {
            return;
        }
        waiting++;
        notifyAll();
        try {
            await(() -> done >= wanted, most);
        } finally {
            waiting--;
        }
    }

    private void await(BooleanSupplier reached, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try {
            for (long left = most.toMillis(); !reached.getAsBoolean() && left > 0; left = (end - System.nanoTime())
                    / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
