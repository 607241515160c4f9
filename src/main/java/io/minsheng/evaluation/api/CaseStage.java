package io.minsheng.evaluation.api;

import io.minsheng.proposal.Proposal;

/** A stage as the contract writes it. */
public record CaseStage(String code, String label) {

    static CaseStage of(Proposal proposal) {
        return new CaseStage(proposal.stage().name(), proposal.stage().label());
    }
}
