package io.minsheng.publication;

/** What the contract's PUBLICATION/DRAFT takes. */
public record PublicationDraft(String outcome, String title, String text) {
}
