package io.minsheng.workflow;

/** The models in {@code bpmn/}; the key is the process id and the file name. */
public enum ProcessKey {

    CAMPAIGN("campaign"),
    CORRECTION("correction"),
    REDACTION("redaction"),
    PROPOSAL("proposal"),
    EVALUATION("evaluation"),
    ANSWER("answer"),
    MERGED("merged"),
    REVIEW("review"),
    IMPLEMENTATION("implementation"),
    SUPERVISION("supervision");

    private final String key;

    ProcessKey(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** Class-path name of the model. */
    public String resource() {
        return "bpmn/" + key + ".bpmn";
    }
}
