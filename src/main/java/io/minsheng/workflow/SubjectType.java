package io.minsheng.workflow;

/** What a work item is about, and the process variable that names it. */
public enum SubjectType {

    CASE("caseNumber"),
    LIST("listId"),
    MESSAGE("messageId"),
    PROJECT("projectId");

    private final String variable;

    SubjectType(String variable) {
        this.variable = variable;
    }

    public String variable() {
        return variable;
    }
}
