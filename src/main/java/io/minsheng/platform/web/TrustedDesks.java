package io.minsheng.platform.web;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Addresses behind which many people sit, such as community desks and service centres ({@code MINSHENG_TRUSTED_DESKS}):
 * limits per address are ten times as high for them.
 */
@Singleton
public class TrustedDesks {

    private static final int MANY = 10;

    private final List<String> addresses;

    TrustedDesks(@ConfigProperty(name = "minsheng.trusted-desks") Optional<List<String>> addresses) {
        this.addresses = addresses.orElse(List.of()).stream().map(ClientAddress::network).toList();
    }

    /** How much an address may do of something of which one person may do so much. */
    public int limit(int ofOne, String address) {
        return addresses.contains(address) ? MANY * ofOne : ofOne;
    }
}
