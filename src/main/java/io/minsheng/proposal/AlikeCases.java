package io.minsheng.proposal;

import java.util.List;

import io.minsheng.proposal.SimilarCases.Similar;

/** Cases that want the same, as staff are told; the most alike first. */
public record AlikeCases(List<Alike> items) {

    /** A case and why it is alike. */
    public record Alike(String caseNumber, String title, double score, List<String> reasons) {
    }

    public static AlikeCases of(List<Similar> found) {
        return new AlikeCases(
                found.stream().map(each -> new Alike(each.caseNumber(), each.title(), each.score(), each.why())).toList());
    }
}
