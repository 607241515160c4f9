package io.minsheng.implementation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.minsheng.implementation.ProgressReport.Said;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.AuthorNames;

/** Checks and cleans a report. Its text is published, so personal data in it is masked before it is kept. */
@Singleton
class CheckProgress {

    private static final LengthRule TEXT = LengthRule.reason("text", "进展情况").needed();
    private static final BigDecimal MOST_VALUE = new BigDecimal("999999999999");
    private static final BigDecimal MOST_MONEY = new BigDecimal("99999999");
    private static final int DECIMALS = 2;

    private final ReportMonths months;
    private final ProgressPhotos photos;
    private final AuthorNames authorNames;

    CheckProgress(ReportMonths months, ProgressPhotos photos, AuthorNames authorNames) {
        this.months = months;
        this.photos = photos;
        this.authorNames = authorNames;
    }

    /**
     * The report, clean.
     *
     * @throws Refusal 400 with every field that does not pass
     */
    Said checked(Project project, ProgressForm form) {
        if (!"REPORT".equals(form.outcome())) {
            throw Refusal.invalid("outcome", "办理结果应为 REPORT。");
        }
        List<Violation> violations = new ArrayList<>();
        YearMonth month = month(project, form.month(), violations);
        ProgressStatus status = status(form.status(), violations);
        String text = Texts.clean(form.text());
        TEXT.check(text, violations);
        checkNumber("value", "完成数量", form.value(), MOST_VALUE, violations);
        checkNumber("invested", "累计完成投资（万元）", form.invested(), MOST_MONEY, violations);
        photos.drafts(project.id()).stream().filter(each -> each.caption() == null)
                .forEach(each -> violations.add(new Violation("caption-" + each.id(), "请写照片说明：照片里是什么。")));
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new Said(month, status, Masking.freeText(text, authorNames.of(List.of(project.itemId()))), form.value(),
                form.invested());
    }

    private YearMonth month(Project project, String typed, List<Violation> violations) {
        YearMonth month;
        try {
            month = typed == null || typed.isBlank() ? null : YearMonth.parse(typed.strip());
        } catch (DateTimeException e) {
            violations.add(new Violation("month", "月份应写成 2025-03。"));
            return null;
        }
        if (month == null) {
            violations.add(new Violation("month", "请选择月份。"));
            return null;
        }
        List<YearMonth> open = months.open(project);
        if (!open.contains(month)) {
            YearMonth last = open.get(0);
            String why = month.isAfter(last)
                    ? "不能报送 " + month + " 的进展：月份还没有到，或者前面的月份还没有报送，目前最晚可报 " + last + "。"
                    : "项目在 " + open.get(open.size() - 1) + " 公布，不能报送之前月份的进展。";
            violations.add(new Violation("month", why));
        }
        return month;
    }

    private static ProgressStatus status(String code, List<Violation> violations) {
        for (ProgressStatus each : ProgressStatus.values()) {
            if (each.name().equals(code)) {
                return each;
            }
        }
        String choices = Arrays.stream(ProgressStatus.values()).map(each -> each.name() + "（" + each.label() + "）")
                .collect(Collectors.joining("、"));
        violations.add(new Violation("status",
                code == null || code.isBlank() ? "请选择进展状态。" : "进展状态应为以下之一：" + choices + "。"));
        return null;
    }

    private static void checkNumber(String field, String label, BigDecimal number, BigDecimal most,
            List<Violation> violations) {
        if (number == null) {
            return;
        }
        // the size first: the scale of 1E999999999 must not be worked out
        if (number.signum() < 0 || number.compareTo(most) > 0) {
            violations.add(new Violation(field, label + "应为 0 至 " + most + "。"));
        } else if (number.stripTrailingZeros().scale() > DECIMALS) {
            violations.add(new Violation(field, label + "最多两位小数。"));
        }
    }
}
