package io.minsheng.proposal.view;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Labels;
import io.minsheng.proposal.MergedCases;
import io.minsheng.proposal.Merging;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.ReadersMask;
import io.minsheng.proposal.SplitSource;
import io.minsheng.proposal.SplitSources;
import io.minsheng.proposal.Supplement;
import io.minsheng.proposal.Supplements;
import io.minsheng.proposal.Tallies;
import io.minsheng.proposal.view.CaseTies.Addendum;
import io.minsheng.proposal.view.CaseTies.Into;
import io.minsheng.proposal.view.CaseTies.Member;
import io.minsheng.proposal.view.CaseTies.Source;
import io.minsheng.proposal.view.CaseTies.Split;

/** Shows how a case hangs together with others: merged, merging, split. As many statements for many members as for one. */
@Singleton
class ViewTies {

    private final MergedCases merged;
    private final Tallies tallies;
    private final Supplements supplements;
    private final SplitSources sources;
    private final Authors authors;
    private final Labels labels;
    private final ReadersMask masks;

    ViewTies(MergedCases merged, Tallies tallies, Supplements supplements, SplitSources sources, Authors authors,
            Labels labels, ReadersMask masks) {
        this.merged = merged;
        this.tallies = tallies;
        this.supplements = supplements;
        this.sources = sources;
        this.authors = authors;
        this.labels = labels;
        this.masks = masks;
    }

    /** The ties of a case that {@link CaseAccess} has opened; each text is shown as the reader may read its own case. */
    CaseTies of(Proposal proposal, Actor actor) {
        List<Merging> below = merged.below(proposal);
        return new CaseTies(into(proposal, actor), below.stream().map(each -> member(each, actor)).toList(),
                tallies.ofCases(List.of(proposal.caseNumber())).get(proposal.caseNumber()), addenda(below, actor),
                split(proposal, actor));
    }

    private Into into(Proposal proposal, Actor actor) {
        if (proposal.mergedInto() == null) {
            return null;
        }
        Merging merging = merged.of(proposal).orElseThrow();
        Proposal main = merged.mainOf(proposal);
        return new Into(proposal.mergedInto().caseNumber(), main.caseNumber(), masks.of(main, actor).apply(main.title()),
                main.stage(), main.publicStage(), merging.mergedAt(), merging.settled());
    }

    private Member member(Merging merging, Actor actor) {
        Proposal member = merging.member();
        return new Member(member.caseNumber(), masks.of(member, actor).apply(member.title()),
                authors.contact(member.author()).masked().name(),
                merging.into().caseNumber(), merging.stage(), member.receivedAt(), merging.mergedAt());
    }

    private List<Addendum> addenda(List<Merging> below, Actor actor) {
        Map<String, Merging> byId = below.stream().collect(Collectors.toMap(each -> each.member().id(), each -> each));
        return supplements.ofAll(byId.keySet()).stream()
                .filter(each -> !each.receivedAt().isBefore(byId.get(each.proposalId()).mergedAt()))
                .map(each -> addendum(byId.get(each.proposalId()).member(), each, actor))
                .toList();
    }

    private Addendum addendum(Proposal member, Supplement added, Actor actor) {
        return new Addendum(member.caseNumber(), masks.of(member, actor).apply(added.text()), added.receivedAt());
    }

    private Split split(Proposal proposal, Actor actor) {
        Proposal whole = proposal.splitFrom() == null ? proposal : proposal.splitFrom();
        List<SplitSource> originals = sources.of(whole);
        if (originals.isEmpty()) {
            return null;
        }
        UnaryOperator<String> mask = masks.of(whole, actor);
        return new Split(proposal.splitFrom() == null ? null : whole.caseNumber(), sources.partsOf(whole),
                originals.stream().map(each -> new Source(mask.apply(each.title()),
                        labels.category(whole.campaign(), each.category()), mask.apply(each.content()), each.splitAt()))
                        .toList());
    }
}
