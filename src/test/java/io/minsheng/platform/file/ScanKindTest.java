package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanKindTest {

    @Test
    void knowsPhotosAndScansByTheirFirstBytes() {
        Map.of("\u00FF\u00D8\u00FF\u00E0rest", ScanKind.JPG, "\u0089PNG\r\n\u001A\nrest", ScanKind.PNG, "GIF89arest",
                ScanKind.GIF,
                "RIFF\1\2\3\4WEBPVP8 ", ScanKind.WEBP, "BM\1\2\3\4\0\0\0\0rest", ScanKind.BMP, "%PDF-1.7\nrest", ScanKind.PDF,
                "\u00EF\u00BB\u00BF\r\n%PDF-1.4", ScanKind.PDF, "II*\0rest", ScanKind.TIFF, "MM\0*rest", ScanKind.TIFF,
                "\0\0\0\u0018ftypheicrest", ScanKind.HEIC)
                .forEach((content, kind) -> assertThat(ScanKind.of(content.getBytes(ISO_8859_1))).as(content).contains(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "%", "<html>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<!-- %PDF-1.4 --><script>",
            "GIF8<script>", "BM, wir schreiben", "RIFF1234WAVE", "\u0089PNG<script>", "PK\3\4", "\0\0\0\u0018ftypmp42",
            "\0\0\0\u0018ftyp" })
    void takesNothingElseForOne(String content) {
        assertThat(ScanKind.of(content.getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void showsWhatBrowsersShowThemselves() {
        assertThat(ScanKind.PDF.document()).isTrue();
        assertThat(ScanKind.PDF.picture()).isFalse();
        assertThat(ScanKind.WEBP.picture()).isTrue();
        assertThat(ScanKind.HEIC.shown()).isFalse();
        assertThat(ScanKind.TIFF.picture()).isFalse();
    }
}
