package io.minsheng.intake.mail.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.StartupEvent;

/** Lets the PDF library keep its list of fonts in the data folder: nothing of ours is written elsewhere (contract: start). */
@ApplicationScoped
class FontCache {

    private final Path dataFolder;

    FontCache(@ConfigProperty(name = "minsheng.data-dir", defaultValue = "./data") Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    void keep(@Observes StartupEvent start) throws IOException {
        Files.createDirectories(dataFolder);
        System.setProperty("pdfbox.fontcache", dataFolder.toAbsolutePath().toString());
    }
}
