package io.minsheng.intake.mail;

import java.util.ArrayList;
import java.util.List;

import io.minsheng.intake.mail.form.ReadForms;
import io.minsheng.intake.mail.reading.ReadMail;

/**
 * The filled-in forms that came with a mail. Reading them takes long and needs nothing of the database, so it is done before
 * the
 * transaction.
 *
 * @param troubles why a person must look at a file
 */
record EnclosedForms(List<ReadForms.Found> forms, List<String> troubles) {

    static final EnclosedForms NONE = new EnclosedForms(List.of(), List.of());

    static EnclosedForms of(ReadMail mail) {
        List<ReadForms.Found> forms = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (ReadMail.Enclosure enclosure : mail.enclosures()) {
            ReadForms.Outcome outcome = ReadForms.read(enclosure.name(), enclosure.content());
            forms.addAll(outcome.forms());
            if (outcome.trouble() != null) {
                troubles.add(outcome.trouble());
            }
        }
        return new EnclosedForms(forms, troubles);
    }
}
