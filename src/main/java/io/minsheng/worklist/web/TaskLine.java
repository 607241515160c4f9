package io.minsheng.worklist.web;

import io.minsheng.worklist.Task;

/**
 * One row of the page.
 *
 * @param due how the deadline stands, in words
 * @param assigneeName who works on it; empty when nobody does
 * @param mine whether it is the reader's
 */
public record TaskLine(Task task, String category, String township, String channel, String organisation, String due,
        String assigneeName, boolean mine) {

    public boolean claimable() {
        return task.workable() && task.assignee() == null;
    }

    /** 牵头, 配合, or empty. */
    public String partLabel() {
        return task.part() == null ? "" : task.part().equals("LEAD") ? "牵头" : "配合";
    }
}
