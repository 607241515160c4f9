package io.minsheng.publication;

/** Where words of a publication stand; those of rows belong to a project. */
public enum Place {

    TITLE("标题"),
    TEXT("正文"),
    CORRECTION("更正说明"),
    /** Why a draft was given back: never public, but it may quote. */
    RETURNED("退回原因"),
    ROW_TITLE("主要任务"),
    ROW_TARGET("预期目标"),
    ROW_DUE("完成时限");

    private final String label;

    Place(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
