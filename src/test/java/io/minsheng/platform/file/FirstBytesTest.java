package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.apache.tika.Tika;
import org.junit.jupiter.api.Test;

/** What is passed over unseen must be nothing that Tika would have known. */
class FirstBytesTest {

    private static final List<String> HEADS = List.of("\u00ff\u00d8\u00ff\u00e0", "\u0089PNG\r\n\u001a\n", "%PDF-1.4\n%",
            "%PDF-2.0\n",
            "\u00ef\u00bb\u00bf%PDF-1.4\n", "%% rubbish\n%PDF-1.4\n", "PK\3\4", "PK\5\6", "PK\7\10",
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
            "ftypheic", "ftypheix", "ftypmif1", "ftypmsf1", "ftyphevc");
    private static final Set<String> KNOWN = Set.of("image/jpeg", "image/png", "application/pdf", "application/zip",
            "application/x-tika-ooxml", "application/x-tika-msoffice");
    private final Tika tika = new Tika();

    @Test
    void passesOverNothingThatTikaKnows() {
        int known = 0;
        for (String head : HEADS) {
            for (int at = 0; at < 600; at += at < 16 ? 1 : 31) {
                byte[] file = ("\1".repeat(at) + head + "\1".repeat(2_000)).getBytes(ISO_8859_1);
                String kind = tika.detect(file);
                if (KNOWN.contains(kind) || kind.startsWith("image/hei")) {
                    known++;
                    assertThat(FirstBytes.mayBeKnown(file)).as(kind + " at " + at).isTrue();
                }
            }
        }
        assertThat(known).isGreaterThan(50);
    }

    @Test
    void passesOverWhatIsNoneOfThem() {
        assertThat(FirstBytes.mayBeKnown(new byte[0])).isFalse();
        assertThat(FirstBytes.mayBeKnown("<html>".getBytes(ISO_8859_1))).isFalse();
        assertThat(FirstBytes.mayBeKnown(new byte[40_000])).isFalse();
    }
}
