package io.minsheng.intake.mail.suggestion;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.minsheng.intake.mail.form.FilledForm;
import io.minsheng.intake.mail.form.FormField;
import io.minsheng.intake.mail.form.ReadForms;
import io.minsheng.intake.mail.reading.QuotedHead;
import io.minsheng.intake.mail.reading.QuotedText;
import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.platform.text.Texts;

/**
 * Running text in which somebody suggests something.
 *
 * @param source as {@link Suggestion#source()}
 * @param subject of the mail that it was, or with which it came
 */
record Writing(String source, String subject, String text, ReadMail mail, Author author) {

    private static final int SHORTEST = 10;
    private static final int MOST_LEVELS = 10;
    private static final Pattern PASSED_ON = Pattern.compile("^\\s*(?:转发|轉發|fw|fwd)\\s*[:：]", Pattern.CASE_INSENSITIVE);

    /**
     * Who wrote it, as far as the mail tells and not the words.
     *
     * @param name null if unknown
     * @param email null if unknown
     * @param phone null unless it stands below what they wrote
     * @param another whether that is somebody else than who sent the mail
     */
    record Author(String name, String email, String phone, boolean another) {

        private static Author of(ReadMail.Sender sender, boolean another) {
            return sender == null ? new Author(null, null, null, another)
                    : new Author(sender.name().isEmpty() ? null : sender.name(),
                            sender.email().isEmpty() ? null : sender.email().toLowerCase(Locale.ROOT), null, another);
        }

        static Author sending(ReadMail mail) {
            return of(mail.sender().orElse(null), false);
        }

        /** Clerks and neighbours send what others have filled in, so their name is nobody's. */
        Author unnamed() {
            return new Author(null, email, null, another);
        }

        private Author signing(Signature signature) {
            return new Author(signature.name(), email, signature.phone(), another);
        }
    }

    static Writing body(ReadMail mail) {
        return new Writing(Suggestion.BODY, mail.subject(), mail.text(), mail, Author.sending(mail));
    }

    /** A letter in a document; its author is who wrote the mail with which it came first. */
    static Writing letter(ReadForms.Letter letter, ReadMail mail) {
        Author author = passesOn(mail) ? quoted(mail).map(Writing::author).orElse(Author.sending(mail)) : Author.sending(mail);
        return new Writing(letter.source(), mail.subject(), letter.text(), mail, author.unnamed());
    }

    static Writing forwarded(ReadMail.Forwarded forwarded, ReadMail mail) {
        return new Writing(forwarded.source(), forwarded.subject(), forwarded.text(), mail,
                Author.of(forwarded.sender(), true));
    }

    /** A mail that was passed on within the text, maybe several times; empty if none is there that says anything. */
    static Optional<Writing> passedOn(ReadMail mail) {
        return quoted(mail).filter(each -> Texts.codePoints(each.text()) >= SHORTEST);
    }

    private static Optional<Writing> quoted(ReadMail mail) {
        String quoted = QuotedText.isAll(mail.text()) ? mail.text() : mail.parted().quoted();
        String text = QuotedText.withoutHead(quoted);
        for (int i = 0; i < MOST_LEVELS; i++) {
            QuotedText.Split inner = QuotedText.split(text);
            String deeper = QuotedText.begins(text) ? text
                    : CoveringNote.of(inner.fresh()) == CoveringNote.NOTHING ? inner.quoted() : "";
            if (deeper.isEmpty() || deeper.equals(quoted)) {
                break;
            }
            quoted = deeper;
            text = QuotedText.withoutHead(quoted);
        }
        QuotedHead head = QuotedHead.of(quoted);
        return quoted.isEmpty() ? Optional.empty()
                : Optional.of(new Writing(Suggestion.BODY, head.subject(), text, mail, Author.of(author(head, mail), true)));
    }

    /** Nobody where the mail answers whom it quotes: that is the office. */
    private static ReadMail.Sender author(QuotedHead head, ReadMail mail) {
        boolean answered = head.sender() != null && !head.sender().email().isEmpty()
                && mail.header("To").toLowerCase(Locale.ROOT).contains(head.sender().email().toLowerCase(Locale.ROOT));
        return answered ? null : head.sender();
    }

    /** Whether subject or text say that the mail passes something on. */
    static boolean passesOn(ReadMail mail) {
        return PASSED_ON.matcher(mail.subject()).find() || QuotedText.isPassedOn(mail.parted().quoted())
                || QuotedText.isPassedOn(mail.text());
    }

    /**
     * As the body of a mail says it who wrote it: where name and number stand below it without labels, they are the author's,
     * and no part of what is written.
     */
    Writing signed() {
        if (author.another() || !source.equals(Suggestion.BODY)) {
            return this;
        }
        return Signature.below(fresh(), author.name()).filter(each -> Texts.codePoints(each.above()) >= SHORTEST)
                .filter(each -> saysNoContact(each.above()))
                .map(each -> new Writing(source, subject, each.above(), mail, author.signing(each))).orElse(this);
    }

    private static boolean saysNoContact(String text) {
        FilledForm form = ReadForms.ofText(text);
        return !form.has(FormField.NAME) && !form.has(FormField.PHONE);
    }

    /** Without what is quoted, and what a program has written below it. */
    String fresh() {
        return mail.written(text);
    }
}
