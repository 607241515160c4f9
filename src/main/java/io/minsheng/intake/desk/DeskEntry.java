package io.minsheng.intake.desk;

import java.time.LocalDate;

import io.minsheng.proposal.Channel;
import io.minsheng.proposal.NewProposal;

/**
 * What a clerk enters for somebody.
 *
 * @param campaign code of the campaign
 */
public record DeskEntry(String campaign, NewProposal.Wish wish, NewProposal.Proposer proposer, Arrival arrival) {

    /**
     * How the suggestion came to the desk.
     *
     * @param channel LETTER, DESK or PHONE
     * @param receivedOn day on which it arrived
     * @param postmarkedOn day of a letter's postmark, or null where it cannot be read
     * @param desk code of the desk; null for the clerk's own, or none for the office
     */
    public record Arrival(Channel channel, LocalDate receivedOn, LocalDate postmarkedOn, String desk) {
    }
}
