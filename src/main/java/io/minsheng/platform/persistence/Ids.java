package io.minsheng.platform.persistence;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Opaque ids of 26 characters: 12 of the clock, 14 random (70 bits), Crockford base 32 in lower case. They sort by
 * time, so indexes grow at their end, and need no counter that transactions would queue for.
 */
public final class Ids {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {
    }

    /** Sorts before every id that was made since so long ago, and after all that are older. */
    public static String ago(Duration age) {
        char[] id = new char[26];
        Arrays.fill(id, '0');
        writeMoment(id, System.currentTimeMillis() - age.toMillis() << 12);
        return new String(id);
    }

    /** A new id; never equal to another, on any node. */
    public static String next() {
        char[] id = new char[26];
        // never the same or less than before: what one node made later also sorts later, within a millisecond too
        long now = System.currentTimeMillis() << 12;
        long moment = LAST.updateAndGet(last -> Math.max(last + 1, now));
        writeMoment(id, moment);
        byte[] random = new byte[14];
        RANDOM.nextBytes(random);
        for (int i = 0; i < 14; i++) {
            id[12 + i] = ALPHABET[random[i] & 31];
        }
        return new String(id);
    }

    private static void writeMoment(char[] id, long moment) {
        for (int i = 11; i >= 0; i--) {
            id[i] = ALPHABET[(int) (moment & 31)];
            moment >>>= 5;
        }
    }
}
