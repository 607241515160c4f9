package io.minsheng.workflow;

/** The decision tables in {@code bpmn/}; the key is the decision's id and the file name. */
public enum DecisionKey {

    ROUTING("routing");

    private final String key;

    DecisionKey(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** Class-path name of the table. */
    public String resource() {
        return "bpmn/" + key + ".dmn";
    }
}
