package io.minsheng.intake.mail.suggestion;

import java.util.regex.Pattern;

import io.minsheng.intake.mail.reading.QuotedText;
import io.minsheng.intake.mail.reading.ReadMail;

/**
 * Large files that Chinese mail programs keep on their own servers and send as a link, which ends after some days: the mail
 * holds nothing of them.
 */
final class LinkedFiles {

    private static final Pattern LINK = Pattern
            .compile("(?:QQ邮箱|网易邮箱|邮箱|发来的|收到|下载)[^\\n]{0,10}超大附件|超大附件[（(:：]|云附件|附件中转站"
                    + "|mail\\.qq\\.com/(?:cgi-bin/ftnExs|ftn/download)|mail\\.(?:163|126)\\.com/large-attachment|mail\\.yeah\\.net/large-attachment");

    private LinkedFiles() {
    }

    /** Whether the mail, not one that it quotes, links to one. */
    static boolean isIn(ReadMail mail) {
        return LINK.matcher(QuotedText.fresh(mail.text())).find()
                || mail.parted().quoted().isEmpty() && LINK.matcher(mail.html()).find();
    }
}
