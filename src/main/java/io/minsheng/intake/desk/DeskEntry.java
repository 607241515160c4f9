package io.minsheng.intake.desk;

import java.time.LocalDate;

import io.minsheng.proposal.Channel;
import io.minsheng.proposal.NewProposal;

/**
 * What a clerk enters for somebody.
 *
 * @param campaign code of the campaign
 * @param proxy who handed it in for the proposer, or null
 */
public record DeskEntry(String campaign, NewProposal.Wish wish, NewProposal.Proposer proposer, Arrival arrival, Proxy proxy) {

    /**
     * How the suggestion came to the desk.
     *
     * @param channel LETTER, DESK or PHONE
     * @param receivedOn day on which it arrived
     * @param postmarkedOn day of a letter's postmark, or null where it cannot be read
     * @param envelope number that the desk gave the letter, or null
     * @param desk code of the desk; null for the clerk's own, or none for the office
     */
    public record Arrival(Channel channel, LocalDate receivedOn, LocalDate postmarkedOn, String envelope, String desk) {
    }

    /**
     * Somebody who speaks or writes for the proposer: a neighbour, a daughter, a village cadre. Personal data.
     *
     * @param relation to the proposer, in words, or null
     */
    public record Proxy(String name, String phone, String relation) {
    }
}
