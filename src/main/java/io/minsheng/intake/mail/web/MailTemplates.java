package io.minsheng.intake.mail.web;

import io.minsheng.intake.mail.ViewMessages;
import io.quarkus.qute.TemplateExtension;

/** What the pages of a mail say about it besides what it says itself. */
@TemplateExtension
final class MailTemplates {

    private MailTemplates() {
    }

    /** Its HTML as sent, made safe, with the pictures that came along in their places; empty if it has none. */
    static String formatted(ViewMessages.Full message, String root) {
        return message.mail().safeHtml(root + "/staff/mailbox/" + message.row().id() + "/files/");
    }
}
