package io.minsheng.closing;

/**
 * One thing that stands against closing.
 *
 * @param caseNumber null for something that is no case yet, such as a mail that waits for a person
 * @param what one sentence for the office
 */
public record Missing(Kind kind, String caseNumber, String what) {

    /** What is missing (contract: campaigns/close). */
    public enum Kind {
        /** A case without an end, or a message that may still become one. */
        OPEN,
        /** Somebody waits for an answer. */
        UNANSWERED,
        /** A sum does not add up because of this case. */
        SUM
    }
}
