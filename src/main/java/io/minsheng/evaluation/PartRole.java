package io.minsheng.evaluation;

/** 主办 or 会办: exactly one lead in a round, any number of assistants. */
public enum PartRole {

    LEAD("牵头"),
    ASSIST("配合");

    private final String label;

    PartRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
