package io.minsheng.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

import jakarta.inject.Singleton;

/**
 * Seals what must not be readable in a copy of the database. Each person and each file has an own data key, kept only
 * wrapped by the master key; destroying the wrapped key makes everything sealed with it unreadable for good. What a null
 * wrapped key (an erased one) should open is therefore null, or the word {@link #ERASED} for text. Safe for many threads.
 */
@Singleton
public class Vault {

    /** What stands where erased text stood. */
    public static final String ERASED = "已删除";

    private static final byte[] NO_CONTEXT = new byte[0];
    private final MasterKey master;

    public Vault(MasterKey master) {
        this.master = master;
    }

    /** A fresh data key, wrapped by the master key. */
    public byte[] newWrappedKey() {
        return Seal.seal(master.derive("wrap"), Seal.newKey(), NO_CONTEXT);
    }

    public byte[] seal(byte[] wrappedKey, byte[] plain) {
        return seal(wrappedKey, plain, NO_CONTEXT);
    }

    /**
     * @param context is authenticated, not kept: opening needs the same one, so sealed bytes cannot be moved elsewhere
     */
    public byte[] seal(byte[] wrappedKey, byte[] plain, byte[] context) {
        return Seal.seal(unwrap(wrappedKey), plain, context);
    }

    public byte[] open(byte[] wrappedKey, byte[] sealed) {
        return open(wrappedKey, sealed, NO_CONTEXT);
    }

    /**
     * @return null if the key was erased or nothing was sealed
     * @throws BrokenSeal if another key or context sealed it, or it was changed
     */
    public byte[] open(byte[] wrappedKey, byte[] sealed, byte[] context) {
        return wrappedKey == null || sealed == null ? null : Seal.open(unwrap(wrappedKey), sealed, context);
    }

    /** @return null for null: no text is not a secret */
    public byte[] sealText(byte[] wrappedKey, String text) {
        return text == null ? null : seal(wrappedKey, text.getBytes(UTF_8));
    }

    /**
     * @return {@link #ERASED} if the key was erased, null if no text was sealed
     */
    public String openText(byte[] wrappedKey, byte[] sealed) {
        if (sealed == null) {
            return null;
        }
        return wrappedKey == null ? ERASED : new String(open(wrappedKey, sealed), UTF_8);
    }

    /** Seals something that belongs to no person and is never erased by its key. */
    public byte[] sealWithMaster(byte[] plain) {
        return Seal.seal(master.derive("seal"), plain, NO_CONTEXT);
    }

    /** @throws BrokenSeal if another master key sealed it, or it was changed */
    public byte[] openWithMaster(byte[] sealed) {
        return sealed == null ? null : Seal.open(master.derive("seal"), sealed, NO_CONTEXT);
    }

    /**
     * A keyed digest (HMAC-SHA256, hex) to find an equal text without keeping it. Phone numbers are few enough to be
     * guessed from a plain digest, hence the key.
     *
     * @param purpose digests of different purposes cannot be compared
     */
    public String digest(String purpose, String text) {
        return HexFormat.of().formatHex(MasterKey.hmac(master.derive("digest/" + purpose), text.getBytes(UTF_8)));
    }

    private byte[] unwrap(byte[] wrappedKey) {
        return Seal.open(master.derive("wrap"), wrappedKey, NO_CONTEXT);
    }
}
