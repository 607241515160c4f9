package io.minsheng.proposal.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/**
 * The office begins with the program's words ({@code data/privacy-notice.txt}). Where a new program says something else of
 * itself, that becomes a version as well, as long as the office has not written its own.
 */
@Singleton
class LoadPrivacyNotice {

    private static final Logger LOG = Logger.getLogger(LoadPrivacyNotice.class);
    private static final String WORDS = "data/privacy-notice.txt";

    private final PrivacyNotices notices;
    private final PublishPrivacyNotice publish;

    LoadPrivacyNotice(PrivacyNotices notices, PublishPrivacyNotice publish) {
        this.notices = notices;
        this.publish = publish;
    }

    void start(@Observes @Priority(240) StartupEvent event) {
        try {
            QuarkusTransaction.requiringNew().run(this::load);
        } catch (Refusal refusal) {
            if (refusal.status() != 409) {
                throw refusal;
            }
            LOG.info("个人信息保护说明已由另一节点写入。");
        }
    }

    private void load() {
        Map<PrivacyPart, String> words = PublishPrivacyNotice.checked(read()).parts();
        List<PrivacyNotices.Version> versions = notices.versions();
        if (versions.isEmpty()) {
            publish.put(1, words, "程序自带的说明", Actor.SYSTEM);
            return;
        }
        PrivacyNotices.Version last = versions.get(0);
        if (last.by().equals(Actor.SYSTEM.username()) && !notices.words(last.version()).parts().equals(words)) {
            publish.put(last.version() + 1, words, "程序更新，自带的说明有变化", Actor.SYSTEM);
        }
    }

    private static Map<PrivacyPart, String> read() {
        Map<PrivacyPart, String> words = new EnumMap<>(PrivacyPart.class);
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(WORDS);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            PrivacyPart part = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    part = PrivacyPart.valueOf(line.substring(1, line.length() - 1));
                } else {
                    words.merge(part, line, (before, more) -> before + "\n" + more);
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(WORDS, e);
        }
    }
}
