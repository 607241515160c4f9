package io.minsheng.publication;

import java.util.List;

/**
 * What the contract's PUBLICATION/DRAFT takes, and PUBLICATION/CORRECT.
 *
 * @param outcome SUBMIT; of a correction also CANCEL
 * @param correction why what is published is corrected, for everybody to read; null for the first version of a list
 * @param rows the corrected words of rows; the others stay as they are; null for none
 */
public record PublicationDraft(String outcome, String title, String text, String correction, List<PublishedWords> rows) {

    public PublicationDraft(String outcome, String title, String text) {
        this(outcome, title, text, null, null);
    }
}
