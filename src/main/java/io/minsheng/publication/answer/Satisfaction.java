package io.minsheng.publication.answer;

import java.util.Arrays;
import java.util.Optional;

/** 满意度评价: how content an author is with an answer, on a scale of 1 to 5. */
public enum Satisfaction {

    VERY_BAD("很不满意"),
    BAD("不满意"),
    FAIR("一般"),
    GOOD("满意"),
    VERY_GOOD("很满意");

    private final String label;

    Satisfaction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** 1 to 5. */
    public int score() {
        return ordinal() + 1;
    }

    /** A person must look at it and decide whether the case is handled again. */
    public boolean isBad() {
        return score() <= 2;
    }

    /** Empty unless the score is 1 to 5. */
    public static Optional<Satisfaction> of(Integer score) {
        return Arrays.stream(values()).filter(each -> score != null && each.score() == score).findFirst();
    }
}
