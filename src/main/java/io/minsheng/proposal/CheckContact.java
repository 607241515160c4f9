package io.minsheng.proposal;

import java.util.List;
import java.util.regex.Pattern;

import io.minsheng.platform.error.Violation;

/** The form of telephone numbers and e-mail addresses. */
public final class CheckContact {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,19}");
    /** How mobile numbers begin, and no local number does: one digit too few and nobody is ever reached. */
    private static final Pattern MOBILE = Pattern.compile("1[ -]?[3-9]");
    private static final int MOBILE_DIGITS = 11;
    /** Names of hosts only: a mail to an address literal (RFC 5321, 4.1.3) would go to whatever machine it names. */
    private static final Pattern EMAIL = Pattern.compile(
            "[^@\\s<>\"',;]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

    private CheckContact() {
    }

    /**
     * Checks what is given; null passes.
     *
     * @param prefix of the fields' names, e.g. {@code proposer.}
     */
    public static void check(String prefix, String phone, String email, List<Violation> violations) {
        if (phone != null && !PHONE.matcher(phone).matches()) {
            violations.add(new Violation(prefix + "phone", "联系电话格式不正确，请填写手机号码，或带区号的座机号码。"));
        } else if (phone != null && MOBILE.matcher(phone).lookingAt()) {
            int digits = phone.replaceAll("\\D", "").length();
            if (digits != MOBILE_DIGITS) {
                violations.add(new Violation(prefix + "phone", "手机号码应为 " + MOBILE_DIGITS + " 位，现在是 " + digits + " 位，请核对。"));
            }
        }
        if (email != null && (email.length() > 200 || !EMAIL.matcher(email).matches())) {
            violations.add(new Violation(prefix + "email", "电子邮箱格式不正确。"));
        }
    }

    /** At least one way to reach the person. */
    static void needOne(String prefix, String phone, String email, List<Violation> violations) {
        if (phone == null && email == null) {
            violations.add(new Violation(prefix + "phone", "联系电话和电子邮箱至少填写一项。"));
        }
    }
}
