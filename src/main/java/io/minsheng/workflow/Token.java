package io.minsheng.workflow;

/** Where a process stands while a step runs: its variables, nothing of the engine. */
public interface Token {

    String businessKey();

    /** The case the process is about; null in processes without one. */
    String caseNumber();

    String campaign();

    /** Id of the running process instance. */
    String processInstance();

    /** A text variable; null when absent. */
    String text(String name);

    /** A whole number variable. */
    int number(String name);

    /**
     * Sets a variable of the innermost scope the step stands in (process, list round or part of an evaluation), so that rounds
     * and
     * parts that run side by side keep their own. Ids, codes, counts, outcomes, dates only.
     */
    void set(String name, Object value);
}
