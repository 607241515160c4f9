package io.minsheng.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.calendar.DueDates;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.workflow.WorkItem;

/** A wrong assignment is returned soon or not at all (domain: return of a wrong assignment 5 working days). */
@Singleton
class CheckReturn {

    private static final LengthRule REASON = LengthRule.reason("reason", "退回理由").needed();

    private final Campaigns campaigns;
    private final DueDates dueDates;
    private final Organisations organisations;

    CheckReturn(Campaigns campaigns, DueDates dueDates, Organisations organisations) {
        this.campaigns = campaigns;
        this.dueDates = dueDates;
        this.organisations = organisations;
    }

    record Return(String reason, String suggestedDepartment) {
    }

    /** Exclusive end of the days in which the item may be returned. */
    Instant until(WorkItem item) {
        return dueDates.due(item.createdAt(), campaigns.rules(item.campaign()).deadlines().returning()).at();
    }

    Return checked(EvaluationForm form, WorkItem item, Instant now) {
        String reason = Texts.clean(form.reason());
        String suggested = Texts.cleanOrNull(form.suggestedDepartment());
        List<Violation> violations = new ArrayList<>();
        REASON.check(reason, violations);
        if (suggested != null && !organisations.canHandle(suggested)) {
            violations.add(new Violation("suggestedDepartment", "没有这个单位，或者它不能承办。"));
        } else if (suggested != null && suggested.equals(item.organisation())) {
            violations.add(new Violation("suggestedDepartment", "建议承办单位不能是本单位。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        Instant until = until(item);
        if (!now.isBefore(until)) {
            throw Refusal.conflict("退回期限（" + Shanghai.sayDate(until.minusNanos(1)) + "）已过，请提交评估意见。");
        }
        return new Return(reason, suggested);
    }
}
