package io.minsheng.publication.guard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Picks what may be text out of bytes whose encoding nobody tells: the data of photos, streams of old office files. */
final class PickedSigns {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SHORTEST = 4;
    /** Latin letters, digits and signs, Chinese characters and full-width forms. */
    private static final Pattern RUN = Pattern.compile("[\\u0020-\\u007E\\u3000-\\u303F\\u4E00-\\u9FFF\\uFF01-\\uFF5E]{"
            + SHORTEST + ",}");

    private PickedSigns() {
    }

    /** Runs of plain signs, of one byte or of two. */
    static Set<String> of(byte[] bytes) {
        Set<String> found = new LinkedHashSet<>();
        runs(new String(bytes, ISO_8859_1), found);
        runs(new String(bytes, UTF_16LE), found);
        if (bytes.length > 0) {
            runs(new String(bytes, 1, bytes.length - 1, UTF_16LE), found);
        }
        return found;
    }

    /**
     * The same for a short piece that is likely to be text, in every encoding in which a camera or a program may have written.
     */
    static Set<String> ofText(byte[] bytes) {
        Set<String> found = of(bytes);
        for (Charset each : List.of(UTF_8, GB18030, UTF_16BE)) {
            runs(new String(bytes, each), found);
        }
        return found;
    }

    private static void runs(String text, Set<String> found) {
        List<String> runs = new ArrayList<>();
        RUN.matcher(text).results().forEach(each -> runs.add(each.group()));
        found.addAll(runs);
    }
}
