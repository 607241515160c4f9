package io.minsheng.closing;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.closing.Missing.Kind;

/** Everything that stands against closing a campaign: open cases, people who wait for an answer, sums that do not add up. */
@ApplicationScoped
class FindMissing {

    private final CampaignCases cases;

    FindMissing(CampaignCases cases) {
        this.cases = cases;
    }

    /** At most {@code max} of each sort, in the order in which they should be dealt with. */
    List<Missing> of(String campaign, int max) {
        List<Missing> missing = new ArrayList<>();
        add(missing, Kind.SUM, "登记台账中没有这个案件，但办理进程中有，请立即联系系统管理员。", cases.unregistered(campaign, max));
        add(missing, Kind.SUM, "案件从未进入分类整理，请立即联系系统管理员。", cases.unprocessed(campaign, max));
        for (CaseGroup group : cases.groups(campaign)) {
            if (!group.isConsistent()) {
                add(missing, Kind.SUM, "办理阶段与办理结果不一致。", cases.of(group, campaign, max));
            }
        }
        add(missing, Kind.OPEN, "尚未办结。", cases.open(campaign, max));
        for (String caseNumber : cases.inReview(campaign, max)) {
            missing.add(caseNumber.isEmpty() ? new Missing(Kind.OPEN, null, "有来件待人工处理。")
                    : new Missing(Kind.OPEN, caseNumber, "不满意评价待研究。"));
        }
        add(missing, Kind.UNANSWERED, "答复尚未送达。", cases.owed(campaign, max));
        add(missing, Kind.UNANSWERED, "答复台账中没有这个案件。", cases.withoutAnswer(campaign, max));
        add(missing, Kind.UNANSWERED, "还有附议人没有告知。", cases.untold(campaign, max));
        return missing.stream().distinct().toList();
    }

    private static void add(List<Missing> missing, Kind kind, String what, List<String> caseNumbers) {
        caseNumbers.forEach(each -> missing.add(new Missing(kind, each, what)));
    }
}
