package io.minsheng.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.decision.ListVote.Sum;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.workflow.Recusals;
import io.minsheng.workflow.SubjectType;

/** A leader votes, once and in secret: the audit log says that, never what. */
@ApplicationScoped
public class CastBallot {

    private final ListVotes votes;
    private final Recusals recusals;
    private final Event<Act> acts;

    CastBallot(ListVotes votes, Recusals recusals, Event<Act> acts) {
        this.votes = votes;
        this.recusals = recusals;
        this.acts = acts;
    }

    /**
     * Counts a ballot.
     *
     * @param items ids of candidates; when they are ranked, the best first
     * @throws Refusal 400 none, too many, one twice, or not on the list; 403 no leader, only in a leader's place, or stepped
     *         back; 404; 409 closed, or voted already
     */
    @Transactional
    public void cast(String listId, List<String> items, Actor actor) {
        if (!actor.has(Role.LEADER)) {
            throw Refusal.forbidden("只有领导可以投票。");
        }
        if (actor.lenderOf(Role.LEADER).isPresent()) {
            // or an absent leader would have a second ballot
            throw Refusal.forbidden("投票不能代理，请领导本人投票。");
        }
        recusals.check(SubjectType.LIST, listId, actor);
        ListVote vote = votes.held(listId);
        List<String> chosen = items == null ? List.of() : items;
        Set<String> known = vote.sums().stream().map(Sum::item).collect(Collectors.toSet());
        if (chosen.isEmpty() || chosen.size() > vote.terms().choices()) {
            throw Refusal.invalid("items", "请选择 1 至 " + vote.terms().choices() + " 个事项。");
        }
        if (!known.containsAll(chosen)) {
            throw Refusal.invalid("items", "名单中没有这个事项。");
        }
        if (new HashSet<>(chosen).size() < chosen.size()) {
            throw Refusal.invalid("items", "同一事项只能选一次。");
        }
        vote.cast(actor.username(), chosen);
        acts.fire(new Act(actor.username(), "VOTE_CAST", "LIST", listId, null, ""));
    }
}
