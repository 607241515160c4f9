package io.minsheng.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

import jakarta.inject.Singleton;

/** Names the state of style sheet and script, so that a browser that keeps them for a day fetches them anew after an update. */
@Singleton
public class Assets {

    private static final List<String> FILES = List.of("css/minsheng.css", "js/minsheng.js", "js/staff.js");

    private final String version;

    Assets() {
        CRC32 sum = new CRC32();
        FILES.forEach(file -> sum.update(read("META-INF/resources/" + file)));
        this.version = Long.toHexString(sum.getValue());
    }

    /** The same on every node that runs the same build. */
    public String version() {
        return version;
    }

    private static byte[] read(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
