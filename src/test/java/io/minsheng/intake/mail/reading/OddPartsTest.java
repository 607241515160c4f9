package io.minsheng.intake.mail.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Base64;

import org.junit.jupiter.api.Test;

/** Parts as real programs build them, against the standard or only against what one expects. */
class OddPartsTest {

    private static final String HEAD = "From: <a@example.cn>\r\nSubject: x\r\nMIME-Version: 1.0\r\n";
    private static final String WISH = "濑溪河边有一公里断头路，希望打通，修成健身步道。";

    private final MailReader reader = new MailReader();

    @Test
    void readsWhatStandsBesideAFooterAndNotOnlyTheFooter() {
        ReadMail scanned = read(HEAD + mixed("text/html; charset=utf-8", "<p>" + WISH + "</p>", "text/plain; charset=utf-8",
                "此邮件已经过病毒扫描。"));
        assertThat(scanned.text()).isEqualTo(WISH + "\n此邮件已经过病毒扫描。");
        ReadMail phone = read(HEAD + mixed("text/plain; charset=utf-8", WISH, "image/png", "x", "text/html; charset=utf-8",
                "<div>发自我的手机</div>"));
        assertThat(phone.text()).isEqualTo(WISH + "\n\n发自我的手机");
    }

    @Test
    void takesOneOfSeveralFormsOfTheSameText() {
        ReadMail three = read(HEAD + alternative("text/plain; charset=utf-8", WISH, "text/enriched", "<bold>x</bold>",
                "text/html; charset=utf-8", "<p>" + WISH + "</p>"));
        assertThat(three.text()).isEqualTo(WISH);
        ReadMail empty = read(HEAD + alternative("text/plain; charset=utf-8", " ", "text/html; charset=utf-8",
                "<p>" + WISH + "</p>"));
        assertThat(empty.text()).isEqualTo(WISH);
    }

    @Test
    void keepsWhatIsNoTextForPeopleAsAFile() {
        ReadMail mail = read(
                HEAD + mixed("text/plain; charset=utf-8", WISH, "text/rtf", "{\\rtf1 x}", "text/calendar; method=REQUEST",
                        "BEGIN:VCALENDAR\r\nEND:VCALENDAR", "text/x-vcard", "BEGIN:VCARD\r\nEND:VCARD"));
        assertThat(mail.text()).isEqualTo(WISH);
        assertThat(mail.enclosures()).extracting(ReadMail.Enclosure::name).containsExactly("附件.rtf", "附件.ics", "附件.vcf");
    }

    @Test
    void readsAForwardedMailHoweverItIsCalled() {
        String inner = "From: <b@example.cn>\r\nSubject: =?utf-8?B?" + base64("修路".getBytes(UTF_8))
                + "?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + WISH;
        for (String type : new String[] { "message/rfc822", "message/global", "application/octet-stream; name=\"x.eml\"" }) {
            ReadMail mail = read(HEAD + mixed("text/plain; charset=utf-8", "见转发的邮件", type, inner));
            assertThat(mail.forwarded()).as(type).hasSize(1);
            assertThat(mail.forwarded().get(0).subject()).isEqualTo("修路");
            assertThat(mail.forwarded().get(0).text()).isEqualTo(WISH);
            assertThat(mail.enclosures()).as(type).hasSize(1);
        }
        ReadMail none = read(HEAD + mixed("application/octet-stream; name=\"x.eml\"", "no mail at all"));
        assertThat(none.forwarded()).isEmpty();
        assertThat(none.enclosures()).extracting(ReadMail.Enclosure::name).containsExactly("x.eml");
    }

    @Test
    void readsAChainOfForwardedMails() {
        String chain = "Subject: 1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + WISH;
        for (int i = 2; i < 6; i++) {
            chain = "Subject: " + i + "\r\nContent-Type: message/rfc822\r\n\r\n" + chain;
        }
        ReadMail mail = read(HEAD + "Content-Type: message/rfc822\r\n\r\n" + chain);
        assertThat(mail.text()).isEqualTo(WISH);
        assertThat(mail.enclosures()).hasSize(1);
        assertThat(mail.breach()).isNull();
    }

    @Test
    void readsATypeWithoutItsSemicolon() {
        ReadMail mail = read(
                HEAD + mixed("text/plain; charset=utf-8", WISH, "application/msword name=\"a.doc\"", "\u00D0\u00CF"));
        assertThat(mail.text()).isEqualTo(WISH);
        assertThat(mail.enclosures()).hasSize(1);
    }

    @Test
    void seesThroughTheWrongCharsetOfAText() {
        for (String charset : new String[] { "big5", "euc-kr", "shift_jis", "windows-1251", "utf-16", "unicode",
                "iso-8859-5" }) {
            assertThat(read(HEAD + "Content-Type: text/plain; charset=" + charset + "\r\n\r\n" + WISH).text()).as(charset)
                    .isEqualTo(WISH);
            assertThat(read(HEAD + "Content-Type: text/plain; charset=" + charset + "\r\n\r\nplain words").text()).as(charset)
                    .isEqualTo("plain words");
        }
        assertThat(coded("big5", "希望打通斷頭路".getBytes(Charset.forName("Big5")))).isEqualTo("希望打通斷頭路");
        assertThat(coded("utf-16le", WISH.getBytes(UTF_16LE))).isEqualTo(WISH);
        assertThat(coded("windows-1251", "Привет, мир".getBytes(Charset.forName("windows-1251")))).isEqualTo("Привет, мир");
    }

    @Test
    void flagsWhatIsEncryptedOrSignedInTheText() {
        ReadMail pgp = read(HEAD
                + "Content-Type: text/plain\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA7\r\n-----END PGP MESSAGE-----");
        assertThat(pgp.encrypted()).isNotNull();
        ReadMail mime = read(HEAD
                + "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream; name=\"encrypted.asc\"\r\n\r\n"
                + "-----BEGIN PGP MESSAGE-----\r\n--b--\r\n");
        assertThat(mime.encrypted()).isNotNull();
        assertThat(read(HEAD + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n\r\nMIAG")
                .encrypted())
                .isNotNull();
        ReadMail signed = read(HEAD
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\n"
                + WISH + "\r\n- -- \r\n测试甲\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\niQEz\r\n-----END PGP SIGNATURE-----");
        assertThat(signed.encrypted()).isNull();
        assertThat(signed.text()).isEqualTo(WISH + "\n-- \n测试甲");
        assertThat(signed.flags()).anyMatch(each -> each.contains("签名"));
        assertThat(read(HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\n"
                + "Hash: SHA256\r\n".repeat(50_000) + "\r\n" + WISH + "\r\n-----BEGIN PGP SIGNATURE-----\r\n").text())
                .isEqualTo(WISH);
    }

    private String coded(String charset, byte[] bytes) {
        return read(HEAD + "Content-Type: text/plain; charset=" + charset + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + base64(bytes)).text();
    }

    private static String mixed(String... typesAndTexts) {
        return multipart("mixed", typesAndTexts);
    }

    private static String alternative(String... typesAndTexts) {
        return multipart("alternative", typesAndTexts);
    }

    private static String multipart(String kind, String... typesAndTexts) {
        StringBuilder all = new StringBuilder("Content-Type: multipart/" + kind + "; boundary=b\r\n\r\n");
        for (int i = 0; i < typesAndTexts.length; i += 2) {
            all.append("--b\r\nContent-Type: ").append(typesAndTexts[i]).append("\r\n\r\n").append(typesAndTexts[i + 1])
                    .append("\r\n");
        }
        return all + "--b--\r\n";
    }

    private ReadMail read(String mail) {
        return reader.read(mail.chars().allMatch(each -> each < 0x100) ? mail.getBytes(ISO_8859_1) : mail.getBytes(UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }
}
