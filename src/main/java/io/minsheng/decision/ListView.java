package io.minsheng.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import io.minsheng.decision.CandidateList.Ruling;
import io.minsheng.proposal.Stage;
import io.minsheng.workflow.Processes.FanOut;

/**
 * A list as the staff sees it.
 *
 * @param title 2025年第1批备选名单
 * @param fanOut how many of its cases have heard the last news
 * @param intact whether the content still has the digest of the freezing; true while open
 * @param ruling null until decided
 */
public record ListView(String id, String campaign, int number, String title, ListState state, int version, Freeze freeze,
        FanOut fanOut, boolean intact, Ruling ruling, List<Item> items) {

    /** When and by whom it was frozen; all null while open. */
    public record Freeze(String digest, Instant at, String by) {
    }

    /**
     * A candidate on the list.
     *
     * @param leads codes
     * @param leadNames 区教委、区住房城乡建委
     * @param dueText the due date in words, or empty
     */
    public record Item(String id, int position, String title, String category, String categoryName, String target,
            List<String> leads, String leadNames, List<String> assists, String assistNames, String due, String dueText,
            Support support, Result result, String reason) {
    }

    /**
     * What speaks for a candidate.
     *
     * @param townships how many townships its suggestions are about
     * @param score mean of the leads' scores (1 to 5), or null
     * @param estimate in 万元, or null
     */
    public record Support(List<CaseRow> cases, int suggestions, int people, int townships, BigDecimal score,
            BigDecimal estimate) {

        /** 380.5, in 万元; null when nobody has estimated. */
        public String cost() {
            return estimate == null ? null : estimate.stripTrailingZeros().toPlainString();
        }
    }

    /** One suggestion of a candidate. */
    public record CaseRow(String caseNumber, String title, Stage stage) {
    }

    public boolean telling() {
        return fanOut.done() < fanOut.total();
    }

    public int adopted() {
        return (int) items.stream().filter(each -> each.result() == Result.ADOPTED).count();
    }

    public int suggestions() {
        return items.stream().mapToInt(each -> each.support().suggestions()).sum();
    }

    public int people() {
        return items.stream().mapToInt(each -> each.support().people()).sum();
    }
}
