package io.minsheng.search.api;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.Stage;
import io.minsheng.search.CaseRow;

/** A case in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowAnswer(String caseNumber, String title, String category, String township, Channel channel, String campaign,
        StageAnswer stage, OffsetDateTime receivedAt, boolean late, boolean urgent, Disposition disposition) {

    /** A stage with its name. */
    public record StageAnswer(String code, String label) {

        static StageAnswer of(Stage stage) {
            return new StageAnswer(stage.name(), stage.label());
        }
    }

    static RowAnswer of(CaseRow row) {
        return new RowAnswer(row.caseNumber(), row.title(), row.category(), row.township(), row.channel(), row.campaign(),
                StageAnswer.of(row.stage()), Shanghai.iso(row.receivedAt()), row.late(), row.urgent(), row.disposition());
    }
}
