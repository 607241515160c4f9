package io.minsheng.workflow;

/** Owned here, implemented by the features whose things have work items: one bean per {@link SubjectType}. */
public interface Subjects {

    SubjectType type();

    /** The subject with this id; it exists, since a process names it. */
    Subject describe(String id);
}
