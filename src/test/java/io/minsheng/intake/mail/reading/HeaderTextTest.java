package io.minsheng.intake.mail.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;

class HeaderTextTest {

    private static final String SUBJECT = "大足区2025年重点民生实事建议征集：给老旧小区加装电梯";
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void joinsWordsThatWereCutInsideACharacter() {
        Random random = new Random(7);
        for (Charset charset : new Charset[] { UTF_8, GB18030 }) {
            byte[] bytes = SUBJECT.getBytes(charset);
            for (int i = 0; i < 200; i++) {
                int cut = 1 + random.nextInt(bytes.length - 1);
                String raw = word(charset, Arrays.copyOf(bytes, cut)) + "\r\n "
                        + word(charset, Arrays.copyOfRange(bytes, cut, bytes.length));
                assertThat(HeaderText.decode(raw)).as("cut at %d", cut).isEqualTo(SUBJECT);
            }
        }
    }

    @Test
    void joinsBase64ThatWasCutInsideItsGroupsOfFour() {
        String whole = Base64.getEncoder().encodeToString(SUBJECT.getBytes(UTF_8));
        assertThat(HeaderText.decode("=?utf-8?B?" + whole.substring(0, 13) + "?= =?UTF-8?B?" + whole.substring(13) + "?="))
                .isEqualTo(SUBJECT);
    }

    @Test
    void takesRawBytesAsUtf8OrGb18030() {
        assertThat(HeaderText.decode(new String(SUBJECT.getBytes(UTF_8), ISO_8859_1))).isEqualTo(SUBJECT);
        assertThat(HeaderText.decode(new String(SUBJECT.getBytes(GB18030), ISO_8859_1))).isEqualTo(SUBJECT);
    }

    @Test
    void knowsTheNamesOfGb18030AndQuotedPrintable() {
        String rare = "㐂镕𠀀";
        for (String name : new String[] { "gb2312", "GBK", "cp936", "x-gbk", "gb18030" }) {
            assertThat(
                    HeaderText.decode("=?" + name + "?B?" + Base64.getEncoder().encodeToString(rare.getBytes(GB18030)) + "?="))
                    .isEqualTo(rare);
        }
        assertThat(HeaderText.decode("=?utf-8?Q?=E5=8A=A0_=E8=A3=85?= abc")).isEqualTo("加 装 abc");
        assertThat(HeaderText.decode("=?hz-gb-2312?Q?~{VPND~}?=")).isEqualTo("中文");
        assertThat(HeaderText.decode("=?no-such?B?5Yqg6KOF?=")).isEqualTo("加装");
    }

    @Test
    void keepsWhatIsNoEncodedWord() {
        assertThat(HeaderText.decode("a =?utf-8?B?5Yqg?= b =?broken")).isEqualTo("a 加 b =?broken");
        assertThat(HeaderText.decode("")).isEmpty();
        assertThat(HeaderText.decode(null)).isNull();
    }

    @Test
    void readsFileNamesHoweverTheyAreWritten() {
        assertThat(name("attachment; filename*=UTF-8''%E5%BB%BA%E8%AE%AE.docx")).isEqualTo("建议.docx");
        assertThat(name("attachment; filename*0*=UTF-8''%E5%BB%BA; filename*1*=%E8%AE%AE.docx")).isEqualTo("建议.docx");
        assertThat(name("attachment; filename=\"=?gbk?B?vajS6Q==?=.docx\"")).isEqualTo("建议.docx");
        assertThat(name("attachment; filename=\"" + new String("建议.docx".getBytes(GB18030), ISO_8859_1) + "\""))
                .isEqualTo("建议.docx");
        assertThat(name("attachment; filename=%E5%BB%BA%E8%AE%AE.docx")).isEqualTo("建议.docx");
        assertThat(name("attachment; filename=\"a \\\"b\\\" 100%.doc\"")).isEqualTo("a \"b\" 100%.doc");
    }

    private static String name(String header) {
        return HeaderParameters.of(header).get("filename").orElse(null);
    }

    private static String word(Charset charset, byte[] bytes) {
        return "=?" + (charset == UTF_8 ? "utf-8" : "gb2312") + "?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
