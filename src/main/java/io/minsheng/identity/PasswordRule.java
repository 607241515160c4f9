package io.minsheng.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.Texts;

/** What a password must be: long rather than odd (NIST SP 800-63B), and within the 72 bytes that bcrypt looks at. */
final class PasswordRule {

    private static final int LEAST = 12;
    private static final int MOST_BYTES = 72;

    private PasswordRule() {
    }

    static void check(String field, String password, String username, List<Violation> violations) {
        if (password == null || Texts.codePoints(password) < LEAST) {
            violations.add(new Violation(field, "密码至少 " + LEAST + " 个字符。"));
        } else if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            violations.add(new Violation(field, "密码过长，最多 " + MOST_BYTES + " 个字节。"));
        } else if (password.equalsIgnoreCase(username) || password.chars().distinct().count() < 5) {
            violations.add(new Violation(field, "密码过于简单，请换一个。"));
        }
    }
}
