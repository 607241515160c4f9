package io.minsheng.platform.actor;

/** What a member of staff may do. The codes are those of the HTTP contract and of the candidate groups in the models. */
public enum Role {

    REGISTRAR("窗口登记"),
    TRIAGE("分类整理"),
    DEPARTMENT("部门联络员"),
    CHIEF("科室负责人"),
    LEADER("区领导"),
    AUDITOR("审计"),
    ADMIN("系统管理");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** Chinese name for pages. */
    public String label() {
        return label;
    }
}
