package io.minsheng.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Principle;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/** Reads a department's opinion: the lead fills the whole scorecard, an assistant needs recommendation and opinion only. */
@Singleton
class CheckOpinion {

    private static final LengthRule OPINION = new LengthRule("opinion", "评估意见", 1, 5000);
    private static final LengthRule FUNDING = LengthRule.other("fundingSource", "资金来源");
    private static final LengthRule TARGET = LengthRule.other("target", "年度目标");
    private static final BigDecimal MOST = new BigDecimal("99999999");
    private static final int DECIMALS = 2;

    private final Campaigns campaigns;

    CheckOpinion(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    Opinion checked(EvaluationForm form, PartRole role, String campaign) {
        List<Violation> violations = new ArrayList<>();
        Map<String, Integer> scores = scores(form, role, campaign, violations);
        Recommendation recommendation = read(Recommendation.class, "recommendation", form.recommendation(), true,
                "请选择一项总体建议。", violations).orElse(null);
        ThisYear thisYear = read(ThisYear.class, "thisYear", form.thisYear(), role == PartRole.LEAD, "请选择当年能否办成。",
                violations).orElse(null);
        checkCost(form.estimatedCost(), violations);
        Opinion opinion = new Opinion(scores, recommendation, Texts.clean(form.opinion()), form.estimatedCost(),
                Texts.cleanOrNull(form.fundingSource()), thisYear, Texts.cleanOrNull(form.target()));
        OPINION.check(opinion.text(), violations);
        FUNDING.check(opinion.fundingSource(), violations);
        TARGET.check(opinion.target(), violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return opinion;
    }

    private Map<String, Integer> scores(EvaluationForm form, PartRole role, String campaign, List<Violation> violations) {
        List<Principle> principles = campaigns.rules(campaign).principles();
        Map<String, Integer> given = form.scores() == null ? Map.of() : form.scores();
        Map<String, Integer> scores = new LinkedHashMap<>();
        for (Principle principle : principles) {
            Integer score = given.get(principle.code());
            String field = "scores." + principle.code();
            if (score == null) {
                if (role == PartRole.LEAD) {
                    violations.add(new Violation(field, "请为“" + principle.name() + "”打分。"));
                }
            } else if (score < 1 || score > 5) {
                violations.add(new Violation(field, "“" + principle.name() + "”的分数应为 1 至 5。"));
            } else {
                scores.put(principle.code(), score);
            }
        }
        given.keySet().stream().filter(code -> principles.stream().noneMatch(each -> each.code().equals(code)))
                .forEach(code -> violations.add(new Violation("scores." + code, "没有这项评分原则。")));
        return scores;
    }

    private static <E extends Enum<E>> Optional<E> read(Class<E> type, String field, String code, boolean needed,
            String message, List<Violation> violations) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(code)) {
                return Optional.of(each);
            }
        }
        if (needed || code != null) {
            violations.add(new Violation(field, message));
        }
        return Optional.empty();
    }

    private static void checkCost(BigDecimal cost, List<Violation> violations) {
        if (cost == null) {
            return;
        }
        // the size first: the scale of 1E999999999 must not be worked out
        if (cost.signum() < 0 || cost.compareTo(MOST) > 0) {
            violations.add(new Violation("estimatedCost", "估算投资应为 0 至 99999999 万元。"));
        } else if (cost.stripTrailingZeros().scale() > DECIMALS) {
            violations.add(new Violation("estimatedCost", "估算投资最多两位小数（万元）。"));
        }
    }
}
