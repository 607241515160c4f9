package io.minsheng.calendar;

import java.time.Instant;

/** 红黄绿: how a deadline stands. */
public enum Light {
    GREEN("绿灯", "正常"),
    YELLOW("黄灯", "临近到期"),
    RED("红灯", "已超期");

    private final String label;
    private final String meaning;

    Light(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** 绿灯, 黄灯, 红灯. */
    public String label() {
        return label;
    }

    /** In words: 正常, 临近到期, 已超期. */
    public String meaning() {
        return meaning;
    }

    /** What is urgent is red, whatever its deadline says. */
    public static Light at(Instant now, Instant yellowAt, Instant dueAt, boolean urgent) {
        return urgent ? RED : at(now, yellowAt, dueAt);
    }

    /** What has no deadline is green. */
    public static Light at(Instant now, Instant yellowAt, Instant dueAt) {
        if (dueAt != null && !now.isBefore(dueAt)) {
            return RED;
        }
        return yellowAt != null && !now.isBefore(yellowAt) ? YELLOW : GREEN;
    }
}
