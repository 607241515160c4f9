package io.minsheng.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of the server. It seals nothing itself: for each purpose a key is derived from it (HKDF-Expand with one
 * block, RFC 5869), so that a digest key says nothing about a wrapping key. Safe for many threads.
 */
public final class MasterKey {

    private final byte[] secret;
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    private MasterKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * @param secret 32 random bytes
     * @throws IllegalArgumentException if they are not 32
     */
    public static MasterKey of(byte[] secret) {
        if (secret.length != Seal.KEY_BYTES) {
            throw new IllegalArgumentException("a master key has 32 bytes, not " + secret.length);
        }
        return new MasterKey(secret.clone());
    }

    /**
     * @param text base64 of 32 bytes, white space around it is ignored
     * @throws IllegalArgumentException if it is anything else
     */
    public static MasterKey parse(String text) {
        return of(Base64.getDecoder().decode(text.strip()));
    }

    /** The key for a purpose; callers must not change it. */
    byte[] derive(String purpose) {
        return derived.computeIfAbsent(purpose, p -> {
            byte[] info = ("minsheng/" + p).getBytes(UTF_8);
            byte[] block = Arrays.copyOf(info, info.length + 1);
            block[info.length] = 1;
            return hmac(secret, block);
        });
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not usable on this Java", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[hidden]";
    }
}
