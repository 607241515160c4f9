package io.minsheng.search;

import java.time.Instant;

import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.MergeCase;
import io.minsheng.proposal.Stage;

/**
 * A case in a list.
 *
 * @param disposition null while open
 */
public record CaseRow(String caseNumber, String title, String category, String township, Channel channel, String campaign,
        Stage stage, Instant receivedAt, boolean late, boolean urgent, Disposition disposition) {

    /** Whether it could join another case now. */
    public boolean mayJoin() {
        return MergeCase.mayJoin(stage);
    }

    CaseRow withTitle(String other) {
        return new CaseRow(caseNumber, other, category, township, channel, campaign, stage, receivedAt, late, urgent,
                disposition);
    }
}
