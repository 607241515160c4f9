package io.minsheng.decision;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.minsheng.decision.ListVote.Sum;
import io.minsheng.decision.VoteRule.Terms;

/**
 * Who gets the seats: those that enough ballots name, most points first. Where several with the same points stand at the last
 * seat, none of them has it until the office decides.
 *
 * @param elected ids of those who certainly have a seat
 * @param tied ids of those of whom only some can have one; empty when there is no tie
 * @param open how many seats are left for them
 */
record CountVotes(Set<String> elected, Set<String> tied, int open) {

    static CountVotes of(Terms terms, int ballots, List<Sum> sums) {
        List<Sum> enough = sums.stream().filter(each -> reaches(each, terms, ballots))
                .sorted(Comparator.comparingInt(Sum::points).reversed()).toList();
        if (enough.size() <= terms.seats()) {
            return new CountVotes(enough.stream().map(Sum::item).collect(Collectors.toSet()), Set.of(), 0);
        }
        int last = enough.get(terms.seats() - 1).points();
        boolean tie = enough.get(terms.seats()).points() == last;
        Set<String> elected = new HashSet<>();
        Set<String> tied = new HashSet<>();
        for (int i = 0; i < enough.size(); i++) {
            if (tie && enough.get(i).points() == last) {
                tied.add(enough.get(i).item());
            } else if (i < terms.seats()) {
                elected.add(enough.get(i).item());
            }
        }
        return new CountVotes(elected, tied, tie ? terms.seats() - elected.size() : 0);
    }

    /** Named by somebody, and by at least that share of the ballots. */
    static boolean reaches(Sum sum, Terms terms, int ballots) {
        return sum.ballots() > 0 && sum.ballots() * 100L >= (long) terms.threshold() * ballots;
    }
}
