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
        int right = 0;
        for (int i = 0; i < 800; i++) {
            Charset charset = i % 2 == 0 ? UTF_8 : GB18030;
            String subject = SUBJECT + (i % 4 < 2 ? "" : "㐂镕𠀀（" + i + "）");
            byte[] bytes = subject.getBytes(charset);
            StringBuilder raw = new StringBuilder();
            int from = 0;
            while (from < bytes.length) {
                int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
                byte[] some = Arrays.copyOfRange(bytes, from, to);
                raw.append(from == 0 ? "" : i % 3 == 0 ? "\r\n\t" : "\r\n ")
                        .append(i % 5 == 0 ? quoted(charset, some) : word(charset, some));
                from = to;
            }
            right += HeaderText.decode(raw.toString()).equals(subject) ? 1 : 0;
        }
        assertThat(right).isEqualTo(800);
    }

    @Test
    void seesThroughWrongLabels() {
        for (String label : new String[] { "gb2312", "gbk", "iso-8859-1", "us-ascii", "windows-1252", "x-unknown", "utf-8" }) {
            assertThat(HeaderText.decode("=?" + label + "?B?" + base64(SUBJECT.getBytes(UTF_8)) + "?=")).as(label)
                    .isEqualTo(SUBJECT);
        }
        for (String label : new String[] { "utf-8", "iso-8859-1", "us-ascii", "8bit", "gb2312" }) {
            assertThat(HeaderText.decode("=?" + label + "?B?" + base64("给老旧小区加装电梯".getBytes(GB18030)) + "?=")).as(label)
                    .isEqualTo("给老旧小区加装电梯");
        }
        assertThat(HeaderText.decode("=?iso-8859-1?Q?M=FCller_und_S=F6hne?=")).isEqualTo("Müller und Söhne");
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

    @Test
    void joinsPiecesOfFileNamesAndDecodesThemByTheirCharset() {
        assertThat(name("attachment;\r\n filename*0*=gb18030''%BD%A8;\r\n filename*1*=%D2%E9;\r\n filename*2=.docx"))
                .isEqualTo("建议.docx");
        assertThat(name("attachment; filename=\"=?utf-8?B?5bu6?=\r\n =?utf-8?B?6K6uLmRvY3g=?=\"")).isEqualTo("建议.docx");
        assertThat(name("attachment; filename==?utf-8?Q?=E5=BB=BA=E8=AE=AE.docx?=")).isEqualTo("建议.docx");
        assertThat(name("attachment; filename=%BD%A8%D2%E9.docx")).isEqualTo("建议.docx");
        assertThat(name("attachment; FILENAME = \"" + new String("建议.docx".getBytes(UTF_8), ISO_8859_1) + "\""))
                .isEqualTo("建议.docx");
        assertThat(name("attachment; filename=old.doc; filename*=UTF-8''%E5%BB%BA%E8%AE%AE.docx")).isEqualTo("建议.docx");
        assertThat(HeaderParameters.of("application/msword; name*=UTF-8''%E5%BB%BA%E8%AE%AE.doc").get("name"))
                .contains("建议.doc");
    }

    @Test
    void readsBrokenPiecesOfFileNames() {
        assertThat(name("attachment; filename*=UTF-8''; filename=\"a.doc\"")).isEqualTo("a.doc");
        assertThat(name("attachment; filename*0*=UTF-8''%E5%BB%BA; filename*2*=%E8%AE%AE.docx")).isEqualTo("建议.docx");
        assertThat(name("attachment; filename*1*=%E8%AE%AE.docx; filename*0*=UTF-8''%E5%BB%BA")).isEqualTo("建议.docx");
        assertThat(name("attachment; filename*0*=UTF-8''%E5%BB; filename*1=%BA%E8%AE%AE.docx")).isEqualTo("建议.docx");
        assertThat(name("attachment; filename*1*=%E8%AE%AE.docx")).isEqualTo("议.docx");
        assertThat(name("attachment; filename*=%E5%BB%BA%E8%AE%AE.docx")).isEqualTo("建议.docx");
        assertThat(name("attachment; filename*=x-nobody'zh'%BD%A8%D2%E9.docx")).isEqualTo("建议.docx");
        assertThat(name("attachment; filename*0=\"=?utf-8?B?5bu6\"; filename*1=\"6K6uLmRvY3g=?=\"")).isEqualTo("建议.docx");
        assertThat(name("attachment; filename*99999999999=\"x\"; filename=\"a.doc\"")).isEqualTo("a.doc");
        assertThat(name("attachment; filename=\"a.doc")).isEqualTo("a.doc");
    }

    @Test
    void keepsPathSignsForWhoeverTakesPathsAway() {
        assertThat(name("attachment; filename=\"C:\\Users\\x\\a.doc\"")).isEqualTo("C:\\Users\\x\\a.doc");
    }

    @Test
    void readsAWordThatWasCutOffAtTheEnd() {
        assertThat(HeaderText.decode("=?utf-8?B?5bu66K6u")).isEqualTo("建议");
        assertThat(HeaderText.decode("=?utf-8?B?5bu6?= =?utf-8?B?6K6u")).isEqualTo("建议");
        assertThat(HeaderText.decode("is 1 =?2")).isEqualTo("is 1 =?2");
    }

    private static String quoted(Charset charset, byte[] bytes) {
        StringBuilder text = new StringBuilder("=?" + (charset == UTF_8 ? "UTF-8" : "GBK") + "?Q?");
        for (byte each : bytes) {
            text.append("=%02X".formatted(each & 0xFF));
        }
        return text + "?=";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String name(String header) {
        return HeaderParameters.of(header).get("filename").orElse(null);
    }

    private static String word(Charset charset, byte[] bytes) {
        return "=?" + (charset == UTF_8 ? "utf-8" : "gb2312") + "?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
