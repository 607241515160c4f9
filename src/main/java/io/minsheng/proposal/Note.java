package io.minsheng.proposal;

/**
 * What a time-line entry says.
 *
 * @param publicText for the author, never with names of colleagues; null when the author need not know
 * @param internalText for colleagues; null when the public text says it all
 */
public record Note(String publicText, String internalText) {

    public static Note forAuthor(String text) {
        return new Note(text, null);
    }

    public static Note internal(String text) {
        return new Note(null, text);
    }
}
