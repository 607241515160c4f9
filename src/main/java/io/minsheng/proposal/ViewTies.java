package io.minsheng.proposal;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.CaseTies.Addendum;
import io.minsheng.proposal.CaseTies.Into;
import io.minsheng.proposal.CaseTies.Member;
import io.minsheng.proposal.CaseTies.Source;
import io.minsheng.proposal.CaseTies.Split;

/** Shows how a case hangs together with others: merged, merging, split. As many statements for many members as for one. */
@Singleton
class ViewTies {

    private final MergedCases merged;
    private final Tallies tallies;
    private final Supplements supplements;
    private final SplitSources sources;
    private final Authors authors;
    private final Labels labels;

    ViewTies(MergedCases merged, Tallies tallies, Supplements supplements, SplitSources sources, Authors authors,
            Labels labels) {
        this.merged = merged;
        this.tallies = tallies;
        this.supplements = supplements;
        this.sources = sources;
        this.authors = authors;
        this.labels = labels;
    }

    /**
     * The ties of a case that {@link CaseAccess} has opened.
     *
     * @param originals whether the reader may read texts as they are
     */
    CaseTies of(Proposal proposal, boolean originals) {
        List<Merging> below = merged.below(proposal);
        UnaryOperator<String> mask = originals ? text -> text : Masking::freeText;
        return new CaseTies(into(proposal, mask), below.stream().map(each -> member(each, mask)).toList(),
                tallies.ofCases(List.of(proposal.caseNumber())).get(proposal.caseNumber()), addenda(below, mask),
                split(proposal, mask));
    }

    private Into into(Proposal proposal, UnaryOperator<String> mask) {
        if (proposal.mergedInto() == null) {
            return null;
        }
        Merging merging = merged.of(proposal).orElseThrow();
        Proposal main = merged.mainOf(proposal);
        return new Into(proposal.mergedInto().caseNumber(), main.caseNumber(), mask.apply(main.title()), main.stage(),
                main.publicStage(), merging.mergedAt(), merging.settled());
    }

    private Member member(Merging merging, UnaryOperator<String> mask) {
        Proposal member = merging.member();
        return new Member(member.caseNumber(), mask.apply(member.title()), authors.contact(member.author()).masked().name(),
                merging.into().caseNumber(), merging.stage(), member.receivedAt(), merging.mergedAt());
    }

    private List<Addendum> addenda(List<Merging> below, UnaryOperator<String> mask) {
        Map<String, Merging> byId = below.stream().collect(Collectors.toMap(each -> each.member().id(), each -> each));
        return supplements.ofAll(byId.keySet()).stream()
                .filter(each -> !each.receivedAt().isBefore(byId.get(each.proposalId()).mergedAt()))
                .map(each -> new Addendum(byId.get(each.proposalId()).member().caseNumber(), mask.apply(each.text()),
                        each.receivedAt()))
                .toList();
    }

    private Split split(Proposal proposal, UnaryOperator<String> mask) {
        Proposal whole = proposal.splitFrom() == null ? proposal : proposal.splitFrom();
        List<SplitSource> originals = sources.of(whole);
        if (originals.isEmpty()) {
            return null;
        }
        return new Split(proposal.splitFrom() == null ? null : whole.caseNumber(), sources.partsOf(whole),
                originals.stream().map(each -> new Source(mask.apply(each.title()),
                        labels.category(whole.campaign(), each.category()), mask.apply(each.content()), each.splitAt()))
                        .toList());
    }
}
