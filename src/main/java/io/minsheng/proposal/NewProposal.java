package io.minsheng.proposal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A suggestion about to be registered, whatever the channel.
 *
 * @param campaign code of the campaign
 */
public record NewProposal(String campaign, Wish wish, Proposer proposer, Origin origin) {

    /**
     * What is wished (the form 征集表).
     *
     * @param category code of one of the campaign's categories
     * @param township code, or null
     */
    public record Wish(String title, String category, String content, String reason, String township, String place,
            String beneficiaries, Target target) {
    }

    /** Who wishes it; all personal data. Texts may be null. */
    public record Proposer(ProposerKind kind, String name, String phone, String email, String address, boolean replyWanted) {
    }

    /**
     * How it came.
     *
     * @param receivedAt the time that counts; for mail the server's date
     * @param receivedOn day of arrival of paper, or null
     * @param postmarkedOn day of the postmark, or null; decides whether a letter is late
     * @param desk code of the desk that registered it, or null
     * @param sourceMessage id of the inbox row it came from, or null
     * @param consent how the privacy notice was given
     * @param noticeVersion the version of it that was shown, or null for the one in force when the suggestion is registered
     */
    public record Origin(Channel channel, Instant receivedAt, LocalDate receivedOn, LocalDate postmarkedOn, String desk,
            String sourceMessage, Consent consent, Integer noticeVersion) {

        /** With the notice that is in force. */
        public Origin(Channel channel, Instant receivedAt, LocalDate receivedOn, LocalDate postmarkedOn, String desk,
                String sourceMessage, Consent consent) {
            this(channel, receivedAt, receivedOn, postmarkedOn, desk, sourceMessage, consent, null);
        }

        /** From the public form or API. */
        public static Origin web(Instant at) {
            return new Origin(Channel.WEB, at, null, null, null, null, Consent.GIVEN);
        }
    }

    /** How the author learned what is done with the data. */
    public enum Consent {
        /** Ticked on the form. */
        GIVEN,
        /** The notice is part of the call, the desk or the acknowledgement. */
        NOTICE
    }
}
