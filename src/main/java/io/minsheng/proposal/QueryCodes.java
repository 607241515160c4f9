package io.minsheng.proposal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

import jakarta.inject.Singleton;

import io.minsheng.platform.crypto.Vault;

/** 查询码: eight characters that are hard to misread; kept only as a keyed digest bound to the case number. */
@Singleton
class QueryCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    QueryCodes(Vault vault) {
        this.vault = vault;
    }

    String create() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    String digest(String caseNumber, String code) {
        return vault.digest("query-code", caseNumber + "/" + TypedCode.plain(code));
    }

    /** Takes as long for a case that does not exist ({@code digest} null). */
    boolean matches(String caseNumber, String code, String digest) {
        String given = digest(caseNumber, code);
        String expected = digest == null ? "0".repeat(given.length()) : digest;
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.US_ASCII), expected.getBytes(StandardCharsets.US_ASCII));
    }
}
