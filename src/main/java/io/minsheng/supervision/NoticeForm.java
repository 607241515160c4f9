package io.minsheng.supervision;

import java.time.LocalDate;

/**
 * What completes SUPERVISION/NOTICE (contract: what complete takes).
 *
 * @param outcome ISSUE or DISMISS
 * @param dueOn last day for the written reply
 * @param reason why no notice is needed
 */
public record NoticeForm(String outcome, LocalDate dueOn, String text, String reason) {
}
