package io.minsheng.decision;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.Recusals;
import io.minsheng.workflow.SubjectType;

/** The chief opens a vote of the leaders on a frozen list, closes it, and decides ties on the record. */
@ApplicationScoped
public class RunVote {

    /** With fewer, a count would tell who voted what. */
    static final int FEWEST_BALLOTS = 3;

    private static final LengthRule WHY_AGAIN = LengthRule.reason("reason", "重新投票的原因").needed();
    private static final LengthRule REASON = LengthRule.reason("reason", "决定并列的理由").needed();

    private final CandidateLists lists;
    private final Candidates candidates;
    private final VoteRules rules;
    private final ListVotes votes;
    private final Recusals recusals;
    private final InstantSource clock;
    private final Event<Act> acts;

    RunVote(CandidateLists lists, Candidates candidates, VoteRules rules, ListVotes votes, Recusals recusals,
            InstantSource clock, Event<Act> acts) {
        this.lists = lists;
        this.candidates = candidates;
        this.rules = rules;
        this.votes = votes;
        this.recusals = recusals;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * Opens the vote with the campaign's present terms.
     *
     * @throws Refusal 403 not the chief, or stepped back; 404; 409 the list is not just frozen, or was voted on already
     */
    @Transactional
    public ListVote open(String listId, Actor actor) {
        requireChief(listId, actor);
        CandidateList list = requireFrozen(lists.held(listId));
        if (votes.of(listId).isPresent()) {
            throw Refusal.conflict("这份名单已经投过票。");
        }
        ListVote vote = new ListVote(list, rules.of(list.campaign()), candidates.ofList(listId), actor.username(),
                clock.instant());
        votes.persistAndFlush(vote);
        record(vote, "VOTE_OPENED", vote.terms().toString(), actor);
        return vote;
    }

    /**
     * Opens a void vote anew, with the campaign's present terms.
     *
     * @throws Refusal 400 no reason; 403 not the chief, or stepped back; 404; 409 not void, or a decision is recorded already
     */
    @Transactional
    public ListVote repeat(String listId, String reason, Actor actor) {
        requireChief(listId, actor);
        CandidateList list = requireFrozen(lists.held(listId));
        ListVote vote = votes.held(listId);
        String clean = WHY_AGAIN.accepted(reason);
        vote.repeat(rules.of(list.campaign()), clean, actor.username(), clock.instant());
        record(vote, "VOTE_REPEATED", vote.terms() + " " + clean, actor);
        return vote;
    }

    /**
     * Ends the vote and counts.
     *
     * @throws Refusal 403 not the chief, or stepped back; 404; 409 closed already
     */
    @Transactional
    public ListVote close(String listId, Actor actor) {
        requireChief(listId, actor);
        ListVote vote = votes.held(listId);
        int ballots = vote.voters().size();
        VoteState how = ballots < FEWEST_BALLOTS ? VoteState.VOID
                : CountVotes.of(vote.terms(), ballots, vote.sums()).tied().isEmpty() ? VoteState.COUNTED : VoteState.TIED;
        vote.close(how, actor.username(), clock.instant());
        record(vote, "VOTE_CLOSED", how + " ballots=" + ballots, actor);
        return vote;
    }

    /**
     * Says which of the candidates with the same result get the seats that are left.
     *
     * @throws Refusal 400 not exactly as many of them as there are seats, or no reason; 403 not the chief, or stepped back;
     *         404; 409 no tie
     */
    @Transactional
    public ListVote settle(String listId, List<String> items, String reason, Actor actor) {
        requireChief(listId, actor);
        ListVote vote = votes.held(listId);
        if (vote.state() != VoteState.TIED) {
            throw Refusal.conflict("现在没有需要决定的并列。");
        }
        String clean = Texts.clean(reason);
        CountVotes count = CountVotes.of(vote.terms(), vote.voters().size(), vote.sums());
        Set<String> chosen = new HashSet<>(items == null ? List.of() : items);
        List<Violation> violations = new ArrayList<>();
        if (chosen.size() != count.open() || !count.tied().containsAll(chosen)) {
            violations.add(new Violation("items", "请在并列的事项中选出 " + count.open() + " 个。"));
        }
        REASON.check(clean, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        vote.settle(chosen, clean, actor.username(), clock.instant());
        record(vote, "VOTE_TIE_SETTLED", String.join(" ", chosen) + " " + clean, actor);
        return vote;
    }

    private static CandidateList requireFrozen(CandidateList list) {
        if (list.state() != ListState.FROZEN) {
            throw Refusal.conflict("只有已确定、尚未登记决定的名单可以投票。");
        }
        return list;
    }

    private void requireChief(String listId, Actor actor) {
        if (!actor.has(Role.CHIEF)) {
            throw Refusal.forbidden("只有科室负责人可以组织投票。");
        }
        recusals.check(SubjectType.LIST, listId, actor);
    }

    private void record(ListVote vote, String action, String detail, Actor actor) {
        acts.fire(new Act(actor.username(), action, "LIST", vote.listId(), null,
                detail.length() > 2000 ? detail.substring(0, 2000) : detail));
    }
}
