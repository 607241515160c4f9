package io.minsheng.proposal;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;

/** Loosens a case that is about to be withdrawn from all that it is merged with; other authors lose nothing by it. */
@ApplicationScoped
class LeaveMerge {

    private static final String MAIN_GONE = "主件已由建议人撤回";
    private static final String MEMBER_GONE = "建议人撤回";

    private final UnmergeCase unmergeCase;
    private final UnmergeCase.StandAgain standAgain;
    private final MergeNews news;

    LeaveMerge(UnmergeCase unmergeCase, UnmergeCase.StandAgain standAgain, MergeNews news) {
        this.unmergeCase = unmergeCase;
        this.standAgain = standAgain;
        this.news = news;
    }

    /**
     * Takes its members out, then itself out of its main case. To be called for a case that {@link MergedCases#hold} holds.
     *
     * @throws io.minsheng.platform.error.Refusal 409 answered with its main case
     */
    void before(Proposal withdrawn, Actor by) {
        unmergeCase.takeOutMembersOf(withdrawn, MAIN_GONE, Actor.SYSTEM);
        if (withdrawn.merged()) {
            Merging merging = standAgain.where(withdrawn, MEMBER_GONE, by);
            news.left(withdrawn, merging.into(), MEMBER_GONE, by);
        }
    }
}
