package io.minsheng.workflow;

/** Where a process stands while a step runs: its variables, nothing of the engine. */
public interface Token {

    String businessKey();

    /** The case the process is about; null in processes without one. */
    String caseNumber();

    String campaign();

    /** Id of the running process instance. */
    String processInstance();

    /**
     * Whether the model under which the process runs has an element: one that began under an older model may lack it.
     *
     * @param element id in the model
     */
    boolean knows(String element);

    /** A text variable; null when absent. */
    String text(String name);

    /** A whole number variable. */
    int number(String name);

    /**
     * Sets a variable of the innermost scope the step stands in (process, list round or part of an evaluation), so that
     * rounds and parts that run side by side keep their own. Ids, codes, counts, outcomes, dates only.
     */
    void set(String name, Object value);
}
