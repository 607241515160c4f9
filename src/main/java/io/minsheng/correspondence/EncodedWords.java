package io.minsheng.correspondence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * Encodes a header text (RFC 2047) so that no character is cut between two words, which the mail client's own encoder does
 * and many readers then show as question marks.
 */
final class EncodedWords {

    /** 75 signs a word (RFC 2047, 2) leave room for 45 bytes. */
    private static final int MAX_BYTES = 45;

    private EncodedWords() {
    }

    static String encode(String text) {
        if (text.chars().allMatch(c -> c >= 0x20 && c < 0x7F)) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int point : text.codePoints().toArray()) {
            String sign = Character.toString(point);
            int length = sign.getBytes(UTF_8).length;
            if (bytes + length > MAX_BYTES) {
                flush(word, words);
                bytes = 0;
            }
            word.append(sign);
            bytes += length;
        }
        flush(word, words);
        return words.toString();
    }

    /** {@code 民生办 <a@b.cn>} with the name encoded; a bare address stays. */
    static String address(String address) {
        int open = address.lastIndexOf('<');
        return open < 1 ? address : encode(address.substring(0, open).strip()) + " " + address.substring(open);
    }

    private static void flush(StringBuilder word, StringBuilder words) {
        if (word.length() > 0) {
            words.append(words.length() == 0 ? "" : " ").append("=?UTF-8?B?")
                    .append(Base64.getEncoder().encodeToString(word.toString().getBytes(UTF_8))).append("?=");
            word.setLength(0);
        }
    }
}
