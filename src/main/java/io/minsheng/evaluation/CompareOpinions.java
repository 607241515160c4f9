package io.minsheng.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.inject.Singleton;

import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Principle;
import io.minsheng.evaluation.VersionView.Change;
import io.minsheng.platform.text.TextChange;

/** Tells in which fields two opinions of a department differ. */
@Singleton
class CompareOpinions {

    private final Campaigns campaigns;

    CompareOpinions(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    List<Change> between(Opinion before, Opinion after, String campaign) {
        List<Change> changes = new ArrayList<>();
        add(changes, "recommendation", "总体建议", before.recommendation().label(), after.recommendation().label());
        add(changes, "opinion", "评估意见", before.text(), after.text());
        for (Principle principle : campaigns.rules(campaign).principles()) {
            add(changes, "scores." + principle.code(), principle.name(), text(before.scores().get(principle.code())),
                    text(after.scores().get(principle.code())));
        }
        add(changes, "thisYear", "当年能否办成", label(before.thisYear()), label(after.thisYear()));
        add(changes, "estimatedCost", "估算投资（万元）", plain(before.estimatedCost()), plain(after.estimatedCost()));
        add(changes, "fundingSource", "资金来源", before.fundingSource(), after.fundingSource());
        add(changes, "target", "年度目标", before.target(), after.target());
        return changes;
    }

    private static void add(List<Change> changes, String field, String label, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(field, label, TextChange.between(before, after)));
        }
    }

    private static String text(Integer score) {
        return score == null ? null : score.toString();
    }

    private static String label(ThisYear thisYear) {
        return thisYear == null ? null : thisYear.label();
    }

    private static String plain(BigDecimal cost) {
        return cost == null ? null : cost.stripTrailingZeros().toPlainString();
    }
}
