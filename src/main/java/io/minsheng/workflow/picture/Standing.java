package io.minsheng.workflow.picture;

import java.util.Set;

/** Where a case stands towards one step of its process. */
enum Standing {
    CURRENT("bpmn-current"),
    DONE("bpmn-done"),
    AHEAD("bpmn-ahead");

    private final String cssClass;

    Standing(String cssClass) {
        this.cssClass = cssClass;
    }

    /** A step that was visited before and is worked on again is current. */
    static Standing of(String activity, Set<String> current, Set<String> done) {
        if (current.contains(activity)) {
            return CURRENT;
        }
        return done.contains(activity) ? DONE : AHEAD;
    }

    boolean reached() {
        return this != AHEAD;
    }

    String cssClass() {
        return cssClass;
    }
}
