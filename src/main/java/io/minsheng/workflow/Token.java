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

    /** Sets a variable of the process: ids, codes, counts, outcomes, dates only. */
    void set(String name, Object value);

    /** Sets a variable of this branch only (one instance of a multi-instance). */
    void setLocal(String name, Object value);
}
