package io.minsheng.worklist;

import java.util.Locale;

/** The queues of the contract, with the page on which a task of each is worked on. */
public enum Queue {

    TRIAGE("分类整理", "triage"),
    EVALUATION("评估论证", "evaluation"),
    EXTENSION("延期审批", "extension"),
    CONCLUSION("综合意见", "conclusion"),
    SHORTLIST("备选名单", "shortlist"),
    DECISION("研究决定", "decision"),
    PUBLICATION("公布", "publication"),
    ANSWER("答复", "answer"),
    REVIEW("人工判断", "review"),
    PROGRESS("进展", "progress"),
    SUPERVISION("督办", "supervision");

    private final String label;
    private final String page;

    Queue(String label, String page) {
        this.label = label;
        this.page = page;
    }

    public String label() {
        return label;
    }

    /**
     * Path of the page of one task, as the models' form keys say.
     *
     * @param step within the queue, or null
     */
    public String pageOf(String taskId, String step) {
        boolean own = this == REVIEW && step != null || this == PUBLICATION && "REDACT".equals(step);
        return "/staff/tasks/" + (own ? step.toLowerCase(Locale.ROOT) : page) + "/" + taskId;
    }
}
