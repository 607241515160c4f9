package io.minsheng.worklist.web;

import java.util.Map;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.worklist.OpenTask;
import io.minsheng.worklist.Task;

/** What the page says after an act that led back to it. The address carries a code or a task, never the sentence itself. */
@Singleton
class Done {

    private static final Map<String, String> SENTENCES = Map.of(
            "claimed", "已领取所选任务，在“我的”里办理。",
            "some", "部分任务已被他人领取或已办结，其余的已领取。",
            "none", "没有领取到任务：所选任务已被他人领取或已办结。",
            "nothing", "请先勾选要领取的任务。",
            "released", "任务已退回，本组其他人可以领取。",
            "recused", "已登记回避，任务已退回本组，由其他人领取。");

    private final OpenTask openTask;

    Done(OpenTask openTask) {
        this.openTask = openTask;
    }

    /** The sentence of a code, or of the task with this id that was just completed; null for null. */
    String sentence(String code, Actor reader) {
        if (code == null || code.isBlank()) {
            return null;
        }
        String known = SENTENCES.get(code);
        return known != null ? known : completed(code, reader);
    }

    private String completed(String id, Actor reader) {
        try {
            Task task = openTask.open(id, reader);
            return "已办结“" + task.name() + "”：" + task.title() + (task.caseNumber() == null ? "" : "（" + task.caseNumber() + "）")
                    + "。";
        } catch (Refusal otherCode) {
            return "任务已办结。";
        }
    }

    static boolean isWarning(String code) {
        return "some".equals(code) || "none".equals(code) || "nothing".equals(code);
    }
}
