package io.minsheng.worklist.web;

import io.minsheng.worklist.Task;

/**
 * One row of the page.
 *
 * @param due how the deadline stands, in words
 * @param assigneeName who works on it; empty when nobody does
 * @param mine whether it is the reader's
 * @param readers names of others who have its case open right now; may be empty
 */
public record TaskLine(Task task, String category, String township, String channel, String organisation, String due,
        String assigneeName, boolean mine, String readers) {

    public boolean claimable() {
        return task.workable() && task.assignee() == null || task.takeable();
    }

    /** Whether anything can be done with it from the list. */
    public boolean tickable() {
        return claimable() || task.givable();
    }

    /** 牵头, 配合, or empty. */
    public String partLabel() {
        return task.part() == null ? "" : task.part().equals("LEAD") ? "牵头" : "配合";
    }
}
