package io.minsheng.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digests of the log, plain SHA-256 so that an auditor can recompute them from an export. An entry's fields (id, at in
 * milliseconds since 1970, actor, action, subject type, subject id, case number, detail) are each written as
 * {@code <length in bytes>:<UTF-8 bytes>,}, an absent one as {@code -,}: no two different entries read the same.
 */
final class Digests {

    /** What the first entry is chained to. */
    static final String GENESIS = "0".repeat(64);

    private Digests() {
    }

    static String ofEntry(AuditEntry entry) {
        ByteArrayOutputStream canonical = new ByteArrayOutputStream();
        for (String field : new String[] { entry.id(), String.valueOf(entry.at().toEpochMilli()), entry.actor(), entry.action(),
                entry.subjectType(), entry.subjectId(), entry.caseNumber(), entry.detail() }) {
            if (field == null) {
                canonical.writeBytes("-,".getBytes(US_ASCII));
            } else {
                byte[] bytes = field.getBytes(UTF_8);
                canonical.writeBytes((bytes.length + ":").getBytes(US_ASCII));
                canonical.writeBytes(bytes);
                canonical.write(',');
            }
        }
        return sha256(canonical.toByteArray());
    }

    static String chained(String previous, String entryDigest) {
        return sha256((previous + entryDigest).getBytes(US_ASCII));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
