package io.minsheng.correspondence;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.web.PublicUrl;

/**
 * The Message-IDs of our mails (RFC 5322, 3.6.4): fixed before the first hand-over, with a keyed signature, so that a reply
 * or a bounce that quotes one is known to answer a mail that we sent and not one that somebody made up.
 */
@Singleton
class MessageIds {

    private static final int SIGNATURE = 24;
    private static final Pattern OURS = Pattern.compile("minsheng\\.([0-9a-z]{26})\\.([0-9a-f]{" + SIGNATURE + "})@");

    private final Vault vault;
    private final PublicUrl url;

    MessageIds(Vault vault, PublicUrl url) {
        this.vault = vault;
        this.url = url;
    }

    /** With its angle brackets. */
    String of(String mailId) {
        return "<minsheng." + mailId + "." + signature(mailId) + "@" + url.host() + ">";
    }

    /** The id of the outbox row that the first genuine one of our Message-IDs in a header names. */
    Optional<String> recognise(String header) {
        Matcher found = OURS.matcher(header == null ? "" : header);
        while (found.find()) {
            if (MessageDigest.isEqual(found.group(2).getBytes(), signature(found.group(1)).getBytes())) {
                return Optional.of(found.group(1));
            }
        }
        return Optional.empty();
    }

    private String signature(String mailId) {
        return vault.digest("message-id", mailId).substring(0, SIGNATURE);
    }
}
