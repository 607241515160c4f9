package io.minsheng.intake.mail.suggestion;

import io.minsheng.intake.mail.form.ReadForms;
import io.minsheng.intake.mail.reading.QuotedText;
import io.minsheng.intake.mail.reading.ReadMail;

/**
 * Running text in which somebody suggests something.
 *
 * @param source as {@link Suggestion#source()}
 * @param subject of the mail that it is or came with
 * @param byAnother whether somebody else wrote it than sent the mail
 */
record Writing(String source, String subject, String text, ReadMail mail, boolean byAnother) {

    static Writing body(ReadMail mail) {
        return new Writing(Suggestion.BODY, mail.subject(), mail.text(), mail, false);
    }

    static Writing letter(ReadForms.Letter letter, ReadMail mail) {
        return new Writing(letter.source(), mail.subject(), letter.text(), mail, false);
    }

    static Writing forwarded(ReadMail.Forwarded forwarded, ReadMail mail) {
        return new Writing(forwarded.source(), forwarded.subject(), forwarded.text(), mail, true);
    }

    /** A mail that was forwarded within the text. */
    static Writing quoted(String quoted, ReadMail mail) {
        return new Writing(Suggestion.BODY, mail.subject(), QuotedText.withoutHead(quoted), mail, true);
    }

    /** Without what is quoted. */
    String fresh() {
        return QuotedText.fresh(text);
    }
}
