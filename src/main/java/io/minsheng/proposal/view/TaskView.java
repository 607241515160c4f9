package io.minsheng.proposal.view;

import io.minsheng.calendar.Light;
import io.minsheng.workflow.WorkItem;

/**
 * A task on a case as its page shows it; made by {@link ViewTask}, headed by {@code tags/caseTaskHead.html}.
 *
 * @param due in words: 还剩 2 个工作日
 * @param mine the reader has claimed it
 * @param mayClaim the reader could claim it now
 * @param assignee name of who has claimed it, or null
 */
public record TaskView(WorkItem item, CaseView view, Light light, String due, boolean mine, boolean mayClaim,
        String assignee) {
}
