package io.minsheng.proposal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.minsheng.platform.text.Masking;

/** An author's personal data in the clear: only for who may see it, and each full view is logged. Any may be null. */
public record Contact(String name, String phone, String email, String address) {

    private static final Pattern MOBILE = Pattern.compile("(?:(?:\\+|00)?86)?(1[3-9]\\d{9})");

    /** 张*, 138****1234, z***@example.cn; the address is left out (the township says enough). */
    public Contact masked() {
        return new Contact(Masking.name(name), Masking.phone(phone), Masking.email(email), null);
    }

    public boolean hasEmail() {
        return email != null && !email.isBlank();
    }

    public boolean hasPhone() {
        return phone != null && !phone.isBlank();
    }

    /** Whether short messages reach the number: landlines take none. */
    public boolean hasMobile() {
        return mobile() != null;
    }

    /** The mobile number in eleven digits, however it is written; null where there is none. */
    public String mobile() {
        Matcher number = MOBILE.matcher(phone == null ? "" : phone.replaceAll("[ -]", ""));
        return number.matches() ? number.group(1) : null;
    }

    public boolean hasAddress() {
        return address != null && !address.isBlank();
    }
}
