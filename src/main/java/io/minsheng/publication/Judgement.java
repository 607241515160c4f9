package io.minsheng.publication;

import java.util.List;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.LengthRule;

/**
 * What the second person says of a draft (contract: PUBLICATION/RELEASE, ANSWER/RELEASE).
 *
 * @param holdMinutes of an answer: for how long it is kept back and can be stopped; null for not at all
 */
public record Judgement(String outcome, String reason, Integer holdMinutes) {

    private static final int LONGEST_HOLD = 7 * 24 * 60;

    public Judgement(String outcome, String reason) {
        this(outcome, reason, null);
    }

    /**
     * For how long what is released is kept back, during which it can be stopped; 0 for not at all.
     *
     * @throws Refusal 400 negative, or longer than a week
     */
    public int hold() {
        if (holdMinutes != null && (holdMinutes < 0 || holdMinutes > LONGEST_HOLD)) {
            throw Refusal.invalid("holdMinutes", "暂缓时间应在 0 到 " + LONGEST_HOLD + " 分钟之间。");
        }
        return holdMinutes == null ? 0 : holdMinutes;
    }

    private static final LengthRule REASON = LengthRule.reason("reason", "退回原因").needed();

    /**
     * Whether the draft is released; else it is given back with {@link #cleanReason()}.
     *
     * @throws Refusal 400 unknown outcome
     */
    public boolean releases() {
        if (!List.of("RELEASE", "RETURN").contains(String.valueOf(outcome))) {
            throw Refusal.invalid("outcome", "办理方式应为 RELEASE 或 RETURN。");
        }
        return outcome.equals("RELEASE");
    }

    /** @throws Refusal 400 without a reason */
    public String cleanReason() {
        return REASON.accepted(reason);
    }
}
