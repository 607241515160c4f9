package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({ "../../etc/passwd,passwd", "C:\\temp\\征集表.docx,征集表.docx", "a:b?.pdf,a_b_.pdf", "..,附件",
            ".hidden.png,hidden.png",
            "x\u202Egpj.exe,xgpj.exe", "'',附件", ",附件" })
    void cleansNames(String name, String clean) {
        assertThat(FileNames.clean(name)).isEqualTo(clean);
    }

    @Test
    void keepsTheExtensionOfALongName() {
        String clean = FileNames.clean("建".repeat(200) + ".docx");

        assertThat(clean.getBytes(UTF_8).length).isBetween(250, 255);
        assertThat(clean).endsWith("建.docx").doesNotContain("\uFFFD");
    }

    @ParameterizedTest
    @CsvSource({ "a.jpeg,JPG,a.jpeg", "a.jpg,PNG,a.png", "a.JPG,JPG,a.JPG", "a.exe,PDF,a.exe.pdf", "征集表,DOCX,征集表.docx",
            "a.doc,DOCX,a.docx" })
    void givesTheExtensionOfTheContent(String name, AttachmentKind kind, String expected) {
        assertThat(FileNames.withExtension(name, kind)).isEqualTo(expected);
    }
}
