package io.minsheng.proposal;

/** Owned here, implemented by publication, which looks into files anyhow: what can be read in a file. */
public interface FileTexts {

    /**
     * The visible text of a document, as far as the limits for reading go.
     *
     * @return empty for pictures, and for what is broken or locked
     */
    String of(byte[] content);
}
