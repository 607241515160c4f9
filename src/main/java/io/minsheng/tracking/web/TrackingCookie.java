package io.minsheng.tracking.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.web.PublicUrl;

/**
 * Keeps number and query code of the case that a browser has opened, sealed, so that neither has to stand in an address where
 * logs and histories would keep it. The code is checked anew with every page.
 */
@Singleton
class TrackingCookie {

    static final String NAME = "minsheng-track";

    private static final Duration VALID = Duration.ofHours(2);

    private final Vault vault;
    private final PublicUrl publicUrl;
    private final InstantSource clock;

    TrackingCookie(Vault vault, PublicUrl publicUrl, InstantSource clock) {
        this.vault = vault;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    NewCookie with(String caseNumber, String code) {
        String content = caseNumber + "\n" + code + "\n" + clock.instant().plus(VALID).getEpochSecond();
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(vault.sealWithMaster(content.getBytes(UTF_8)));
        return new NewCookie.Builder(NAME).value(value).path(publicUrl.root() + "/track").httpOnly(true)
                .secure(publicUrl.to("").startsWith("https:")).sameSite(NewCookie.SameSite.LAX).build();
    }

    /** The code for this case, if the browser has opened it lately. */
    Optional<String> code(String cookie, String caseNumber) {
        if (cookie == null || cookie.isEmpty()) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(vault.openWithMaster(Base64.getUrlDecoder().decode(cookie)), UTF_8).split("\n");
            boolean valid = parts.length == 3 && parts[0].equalsIgnoreCase(caseNumber)
                    && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[2])));
            return valid ? Optional.of(parts[1]) : Optional.empty();
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }
}
