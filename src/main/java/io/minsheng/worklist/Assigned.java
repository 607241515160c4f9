package io.minsheng.worklist;

/** By whom a task is claimed, seen from the caller. */
public enum Assigned {
    ME,
    NONE,
    /** An absent colleague for whom the caller stands in. */
    ABSENT,
    ANY
}
