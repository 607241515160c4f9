package io.minsheng.intake.mail.suggestion;

import java.util.ArrayList;
import java.util.List;

import io.minsheng.intake.mail.form.ReadForms;
import io.minsheng.intake.mail.reading.ReadMail;

/**
 * The filled-in forms and the letters that came with a mail. Reading them takes long and needs nothing of the database, so it
 * is done before the transaction.
 *
 * @param letters running text of documents that are no forms
 * @param troubles why a person must look at a file
 */
public record EnclosedForms(List<ReadForms.Found> forms, List<ReadForms.Letter> letters, List<String> troubles) {

    /** Reads all that came with a mail; what cannot be read is among the troubles. */
    public static EnclosedForms of(ReadMail mail) {
        EnclosedForms enclosed = new EnclosedForms(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        // a mail that came along was read with the mail itself, and its files are here as well
        mail.enclosures().stream().filter(each -> !each.mediaType().equals("message/rfc822")).forEach(enclosed::take);
        return enclosed;
    }

    private void take(ReadMail.Enclosure enclosure) {
        ReadForms.Outcome outcome = ReadForms.read(enclosure.name(), enclosure.content());
        forms.addAll(outcome.forms());
        letters.addAll(outcome.letters());
        if (outcome.trouble() != null) {
            troubles.add(outcome.trouble());
        }
    }
}
