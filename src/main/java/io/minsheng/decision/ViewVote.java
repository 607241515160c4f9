package io.minsheng.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.decision.ListVote.Sum;
import io.minsheng.decision.VoteRule.Terms;
import io.minsheng.decision.VoteView.Row;
import io.minsheng.decision.VoteView.Voided;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.workflow.Recusals;
import io.minsheng.workflow.SubjectType;

/** Shows a vote: nobody sees a count before it is closed. */
@ApplicationScoped
public class ViewVote {

    private final ListVotes votes;
    private final Candidates candidates;
    private final Accounts accounts;
    private final Recusals recusals;

    ViewVote(ListVotes votes, Candidates candidates, Accounts accounts, Recusals recusals) {
        this.votes = votes;
        this.candidates = candidates;
        this.accounts = accounts;
        this.recusals = recusals;
    }

    /** The vote on a list; empty when there is none. */
    @Transactional
    public Optional<VoteView> of(String listId, Actor actor) {
        return votes.of(listId).map(vote -> view(vote, actor));
    }

    /** Whether there is or was a vote on the list. */
    @Transactional
    public boolean any(String listId) {
        return votes.of(listId).isPresent();
    }

    private VoteView view(ListVote vote, Actor actor) {
        boolean open = vote.state() == VoteState.OPEN;
        boolean voted = vote.voters().contains(actor.username());
        boolean mayVote = open && !voted && actor.has(Role.LEADER)
                && actor.lenderOf(Role.LEADER).isEmpty()
                && !recusals.isRecused(SubjectType.LIST, vote.listId(), actor.username());
        int ballots = vote.voters().size();
        CountVotes count = CountVotes.of(vote.terms(), ballots, vote.sums());
        List<String> voters = actor.has(Role.CHIEF) ? vote.voters().stream().sorted().toList() : List.of();
        Map<String, String> names = accounts.namesOf(voters);
        return new VoteView(vote.terms(), vote.state(), vote.openedAt(), vote.closedAt(), ballots,
                voters.stream().map(names::get).toList(), voted, mayVote,
                Math.max(1, (vote.terms().threshold() * ballots + 99) / 100), rows(vote, count), count.open(),
                vote.tieReason(), name(vote.tieSettledBy()), vote.voided().stream().map(this::voided).toList());
    }

    private Voided voided(VoidVote vote) {
        return new Voided(new Terms(vote.mode(), vote.choices(), vote.seats(), vote.threshold()), vote.ballots(),
                vote.openedAt(), vote.closedAt(), vote.reason(), name(vote.repeatedBy()));
    }

    private List<Row> rows(ListVote vote, CountVotes count) {
        Map<String, Sum> sums = vote.sums().stream().collect(Collectors.toMap(Sum::item, Function.identity()));
        boolean counted = vote.state() == VoteState.COUNTED || vote.state() == VoteState.TIED;
        List<Row> rows = candidates.ofList(vote.listId()).stream()
                .map(each -> row(each, sums.get(each.id()), count, counted)).toList();
        return counted ? rows.stream().sorted(Comparator.comparing(Row::points).reversed()
                .thenComparing(Row::elected, Comparator.reverseOrder()).thenComparing(Row::position)).toList() : rows;
    }

    private static Row row(CandidateItem item, Sum sum, CountVotes count, boolean counted) {
        return counted
                ? new Row(item.id(), item.position(), item.title(), sum.ballots(), sum.points(),
                        count.elected().contains(item.id()) || sum.chosenInTie(), count.tied().contains(item.id()))
                : new Row(item.id(), item.position(), item.title(), null, null, false, false);
    }

    private String name(String username) {
        return username == null ? null : accounts.namesOf(List.of(username)).get(username);
    }
}
