package io.minsheng.publication;

import io.minsheng.platform.error.Refusal;

/** Two pairs of eyes: whoever drafted it neither releases it nor gives it back (domain: rules of handling). */
public final class TwoPersons {

    private TwoPersons() {
    }

    /** @throws Refusal 403 when both are the same person */
    public static void require(String draftedBy, String judgedBy) {
        if (judgedBy.equals(draftedBy)) {
            throw Refusal.forbidden("起草人不能审签自己的稿件，请由另一位负责人签发。");
        }
    }
}
