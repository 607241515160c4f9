package io.minsheng.decision;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.platform.error.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The votes. */
@ApplicationScoped
public class ListVotes implements PanacheRepositoryBase<ListVote, String> {

    public Optional<ListVote> of(String list) {
        return find("listId", list).firstResultOptional();
    }

    /**
     * The vote on a list, held until the transaction ends: ballots are counted one after the other.
     *
     * @throws Refusal 404 no vote on this list
     */
    ListVote held(String list) {
        return find("listId", list).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional()
                .orElseThrow(() -> Refusal.notFound("这份名单没有投票。"));
    }

    /**
     * Nobody records a decision past a vote.
     *
     * @throws Refusal 409 still open, or a tie is not decided
     */
    void requireDone(CandidateList list) {
        of(list.id()).map(ListVote::state).filter(each -> each == VoteState.OPEN || each == VoteState.TIED)
                .ifPresent(each -> {
                    throw Refusal.conflict("名单的投票还没有办完（" + each.label() + "），不能登记研究决定。");
                });
    }
}
