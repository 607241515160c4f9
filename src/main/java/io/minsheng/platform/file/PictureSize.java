package io.minsheng.platform.file;

import java.io.IOException;

/** Keeps out pictures that are small as files and fill the memory of whoever looks at them. */
final class PictureSize {

    /** More than the largest cameras of telephones make of 10 MB. */
    private static final long MAX_PIXELS = 150_000_000;

    private PictureSize() {
    }

    /** @throws IOException if nothing can be drawn, or too much */
    static void check(long width, long height) throws IOException {
        if (width == 0 || height == 0 || width > MAX_PIXELS / height) {
            throw new IOException("a picture of " + width + " x " + height);
        }
    }
}
