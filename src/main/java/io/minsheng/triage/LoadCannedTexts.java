package io.minsheng.triage;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.minsheng.platform.persistence.Settings;
import io.minsheng.platform.text.Tsv;
import io.minsheng.triage.CannedText.Kind;
import io.quarkus.runtime.StartupEvent;

/** At the first start the office gets texts to begin with ({@code data/canned-texts.tsv}); what it deletes stays deleted. */
@Singleton
class LoadCannedTexts {

    private static final String DONE = "canned-texts";

    private final CannedTexts texts;
    private final Settings settings;

    LoadCannedTexts(CannedTexts texts, Settings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    @Transactional
    void start(@Observes @Priority(250) StartupEvent event) {
        if (settings.get(DONE).isPresent()) {
            return;
        }
        int position = 0;
        for (Tsv.Row row : Tsv.resource("data/canned-texts.tsv")) {
            texts.persist(new CannedText(Kind.valueOf(row.get("kind")), row.get("label"), row.get("text"), ++position * 10));
        }
        settings.put(DONE, "loaded");
    }
}
