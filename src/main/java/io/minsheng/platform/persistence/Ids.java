package io.minsheng.platform.persistence;

import java.security.SecureRandom;

/**
 * Opaque ids of 26 characters: 10 of the millisecond clock, 16 random (80 bits), Crockford base 32 in lower case. They sort by
 * time, so indexes grow at their end, and need no counter that transactions would queue for.
 */
public final class Ids {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {
    }

    /** A new id; never equal to another, on any node. */
    public static String next() {
        char[] id = new char[26];
        long millis = System.currentTimeMillis();
        for (int i = 9; i >= 0; i--) {
            id[i] = ALPHABET[(int) (millis & 31)];
            millis >>>= 5;
        }
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        for (int i = 0; i < 16; i++) {
            id[10 + i] = ALPHABET[random[i] & 31];
        }
        return new String(id);
    }
}
