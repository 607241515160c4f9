package io.minsheng.proposal.view;

import io.minsheng.calendar.Light;

/**
 * What the head of a task's page says.
 *
 * @param mine claimed by the reader, who may complete it
 * @param workable the reader may claim it (now, or once it is given back)
 * @param assignee name of who has it, or null
 * @param dueWords 还剩 2 个工作日
 */
public record TaskHead(String id, String name, String queue, String step, String subjectId, boolean open, boolean mine,
        boolean workable, String assignee, Light light, String dueWords) {

    public boolean claimable() {
        return open && workable && assignee == null;
    }
}
