package io.minsheng.evaluation;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/** Reads a conclusion: every verdict needs its reason, which people are owed. */
@Singleton
class CheckConclusion {

    private static final LengthRule REASON = LengthRule.reason("reason", "理由").needed();
    private static final LengthRule ANSWER = new LengthRule("answer", "答复草稿", 0, 5000);

    ConclusionForm checked(ConclusionForm form) {
        ConclusionForm clean = new ConclusionForm(form.outcome(), Texts.cleanOrNull(form.item()),
                Texts.cleanOrNull(form.reason()), Texts.cleanOrNull(form.answer()),
                Texts.cleanOrNull(form.leadDepartment()), form.assistDepartments());
        List<Violation> violations = new ArrayList<>();
        if (!clean.outcome().equals("RE_EVALUATE")) {
            REASON.check(clean.reason(), violations);
            ANSWER.check(clean.answer(), violations);
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return clean;
    }
}
