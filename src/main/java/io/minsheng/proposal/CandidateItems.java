package io.minsheng.proposal;

import java.util.List;

import io.minsheng.platform.actor.Actor;

/** Owned here, implemented by the decision: a conclusion puts a case on the list of candidates without knowing lists. */
public interface CandidateItems {

    /**
     * Puts the case into a candidate item and makes the case belong to it.
     *
     * @param item id of an item of the same campaign that is in no frozen list yet, or null for a new item made from the case
     * @param reason why the case is a candidate
     * @return id of the item
     * @throws io.minsheng.platform.error.Refusal 400 on {@code item}: unknown, of another campaign, or frozen already
     */
    String put(Proposal proposal, String item, String reason, Actor by);

    /** The items of a campaign that still take cases, in their order. */
    List<Candidate> waiting(String campaign);

    /**
     * An item to choose from.
     *
     * @param cases how many suggestions it holds already
     */
    record Candidate(String id, String title, int cases) {
    }
}
