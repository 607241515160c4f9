package io.minsheng.worklist.web;

import java.util.Map;

/** What the page says after an act that led back to it. The address carries a code, never the sentence itself. */
final class Done {

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("claimed", "已领取所选任务，在“我的”里办理。"),
            Map.entry("some", "部分任务已被他人领取或已办结，其余的已领取。"),
            Map.entry("none", "没有领取到任务：所选任务已被他人领取或已办结。"),
            Map.entry("nothing", "请先勾选要领取的任务。"),
            Map.entry("released", "任务已退回，本组其他人可以领取。"));

    private Done() {
    }

    /** The sentence of a code; of any other code (task pages name their queue or outcome) 办结. */
    static String sentence(String code) {
        return code == null || code.isBlank() ? null : SENTENCES.getOrDefault(code, "任务已办结。");
    }

    static boolean isWarning(String code) {
        return "some".equals(code) || "none".equals(code) || "nothing".equals(code);
    }
}
