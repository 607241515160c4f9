package io.minsheng.proposal;

import io.minsheng.platform.text.Masking;

/** An author's personal data in the clear: only for who may see it, and each full view is logged. Any may be null. */
public record Contact(String name, String phone, String email, String address) {

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

    public boolean hasAddress() {
        return address != null && !address.isBlank();
    }
}
