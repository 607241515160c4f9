package io.minsheng.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

import io.minsheng.identity.Accounts;
import io.minsheng.proposal.Proposal;

/** What has happened to the parts of a case's evaluations: deadlines that were changed, opinions that were replaced. */
@Singleton
class PartHistory {

    private final DueExtensions extensions;
    private final OpinionVersions versions;
    private final Conclusions conclusions;
    private final CompareOpinions compare;
    private final Accounts accounts;

    PartHistory(DueExtensions extensions, OpinionVersions versions, Conclusions conclusions, CompareOpinions compare,
            Accounts accounts) {
        this.extensions = extensions;
        this.versions = versions;
        this.conclusions = conclusions;
        this.compare = compare;
        this.accounts = accounts;
    }

    /**
     * The history of these parts, read at once.
     *
     * @param mask what the reader may see of free texts
     */
    History of(Proposal proposal, List<Part> parts, UnaryOperator<String> mask) {
        Map<String, List<OpinionVersion>> written = versions.ofParts(parts);
        Map<String, String> names = accounts.namesOf(
                written.values().stream().flatMap(List::stream).map(OpinionVersion::writtenBy).distinct().toList());
        return new History(proposal.campaign(), extensions.ofParts(parts), written, conclusions.usesIn(proposal), names, mask,
                compare);
    }

    /** The history of the parts of one case. */
    record History(String campaign, Map<String, List<DueExtension>> longer, Map<String, List<OpinionVersion>> written,
            Map<String, Instant> uses, Map<String, String> names, UnaryOperator<String> mask, CompareOpinions compare) {

        List<ExtensionView> extensions(Part part) {
            return longer.getOrDefault(part.id(), List.of()).stream()
                    .map(each -> new ExtensionView(each.state(), mask.apply(each.reason()), each.workingDays(),
                            each.dueBefore(), each.dueAfter(), each.askedAt(), mask.apply(each.judgedReason()),
                            each.judgedAt()))
                    .toList();
        }

        List<VersionView> versions(Part part) {
            List<VersionView> views = new ArrayList<>();
            Opinion before = null;
            for (OpinionVersion each : written.getOrDefault(part.id(), List.of())) {
                Opinion opinion = each.opinion().masked(mask);
                views.add(new VersionView(each.number(), names.get(each.writtenBy()), each.writtenAt(), opinion,
                        uses.get(each.id()), before == null ? List.of() : compare.between(before, opinion, campaign)));
                before = opinion;
            }
            return views;
        }
    }
}
