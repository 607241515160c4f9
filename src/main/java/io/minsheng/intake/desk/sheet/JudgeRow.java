package io.minsheng.intake.desk.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.identity.Organisations;
import io.minsheng.intake.desk.CheckEntry;
import io.minsheng.platform.error.Violation;

/** Reads a row and checks it by the same rules as an entry on the page; every error has its column. */
@ApplicationScoped
class JudgeRow {

    /** Those without a column last. */
    private static final Comparator<Problem> IN_ORDER_OF_COLUMNS = Comparator
            .comparing((Problem each) -> each.column().isEmpty())
            .thenComparing(each -> each.column().length()).thenComparing(Problem::column);

    private final CheckEntry check;
    private final Organisations organisations;

    JudgeRow(CheckEntry check, Organisations organisations) {
        this.check = check;
        this.organisations = organisations;
    }

    ReadRow.Row judge(CampaignRules campaign, Header header, SheetDefaults defaults, Line line) {
        ReadRow.Row row = ReadRow.of(campaign, header, organisations, defaults, line);
        if (row.entry() == null) {
            return row;
        }
        List<Problem> problems = new ArrayList<>(row.problems());
        for (Violation each : check.violations(row.entry())) {
            if (problems.stream().noneMatch(other -> other.field().equals(each.field()))) {
                problems.add(problem(each, campaign, header));
            }
        }
        problems.sort(IN_ORDER_OF_COLUMNS);
        return new ReadRow.Row(row.line(), row.entry(), row.key(), problems);
    }

    private static Problem problem(Violation violation, CampaignRules campaign, Header header) {
        return Column.ofField(violation.field())
                .map(column -> new Problem(header.letters(column), column.label(campaign.fields()), violation.field(),
                        violation.message()))
                .orElseGet(() -> new Problem("", "", violation.field(), violation.message()));
    }
}
