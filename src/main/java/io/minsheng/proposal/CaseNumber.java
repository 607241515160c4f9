package io.minsheng.proposal;

import java.util.regex.Pattern;

/**
 * 受理编号: campaign, serial, check digit, e.g. {@code DZ2025-000123-7}. The check digit is ISO 7064 MOD 11,10 over the digits of
 * campaign and serial (letters as 10 to 35), so a mistyped digit or two exchanged neighbours are noticed.
 */
public final class CaseNumber {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]+-\\d{6}-\\d");

    private CaseNumber() {
    }

    static String of(String campaign, long serial) {
        String stem = "%s-%06d".formatted(campaign, serial);
        return stem + "-" + checkDigit(stem);
    }

    /** Whether a text has the form of a case number and its check digit is right. */
    public static boolean isValid(String text) {
        return text != null && FORM.matcher(text).matches()
                && text.charAt(text.length() - 1) == '0' + checkDigit(text.substring(0, text.length() - 2));
    }

    private static int checkDigit(String stem) {
        int product = 10;
        for (int i = 0; i < stem.length(); i++) {
            if (stem.charAt(i) == '-') {
                continue;
            }
            int value = Character.digit(stem.charAt(i), 36);
            if (value >= 10) {
                product = next(product, value / 10);
            }
            product = next(product, value % 10);
        }
        return (11 - product) % 10;
    }

    private static int next(int product, int digit) {
        int sum = (product + digit) % 10;
        return (sum == 0 ? 10 : sum) * 2 % 11;
    }
}
