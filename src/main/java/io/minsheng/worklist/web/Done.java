package io.minsheng.worklist.web;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.worklist.OpenTask;
import io.minsheng.worklist.Task;

/** What the page says after an act that led back to it. The address carries a code or a task, never the sentence itself. */
@Singleton
class Done {

    private static final Map<String, String> WARNINGS = Map.of(
            "nothing", "请先勾选任务。",
            "nobody", "请选择要转交的同事。",
            "reason", "请填写退回的原因。");
    private static final Map<String, String> SENTENCES = Map.of("recused", "已登记回避，任务已退回本组，由其他人领取。");
    private static final Map<String, String> VERBS = Map.of("claimed", "领取", "assigned", "转交", "released", "退回");
    /** What was done, to how many, and to how many not. */
    private static final Pattern MANY = Pattern.compile("(claimed|assigned|released)-(\\d{1,3})-(\\d{1,3})");

    private final OpenTask openTask;

    Done(OpenTask openTask) {
        this.openTask = openTask;
    }

    /** The sentence of a code, or of the task with this id that was just completed; null for null. */
    String sentence(String code, Actor reader) {
        if (code == null || code.isBlank()) {
            return null;
        }
        Matcher many = MANY.matcher(code);
        if (many.matches()) {
            return many(VERBS.get(many.group(1)), Integer.parseInt(many.group(2)), Integer.parseInt(many.group(3)));
        }
        String known = WARNINGS.getOrDefault(code, SENTENCES.get(code));
        return known != null ? known : completed(code, reader);
    }

    private static String many(String verb, int well, int not) {
        String first = well == 0 ? "没有" + verb + "任务" : "已" + verb + " " + well + " 项任务";
        return first + (not == 0 ? "。" : "，" + not + " 项没有" + verb + "：已办结、由他人办理，或不能由所选同事办理。");
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
        return code != null && (WARNINGS.containsKey(code) || MANY.matcher(code).matches() && !code.endsWith("-0"));
    }
}
