package io.minsheng.campaign;

import java.time.Instant;

import jakarta.inject.Singleton;

import io.minsheng.calendar.Due;
import io.minsheng.calendar.DueDates;
import io.minsheng.calendar.PausedClock;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.workflow.Deadline;

/** The campaign's working days per queue, on the working calendar. */
@Singleton
public class CampaignDeadlines implements io.minsheng.workflow.Deadlines {

    /** Lists, decisions, publications and answers have no limit in the call; the office gives itself ten working days. */
    private static final int OFFICE_DAYS = 10;
    /** "In time" (个人信息保护法 50); fifteen working days are the usual practice. */
    private static final int PERSON_DAYS = 15;

    /** The chief says within two working days whether a department gets more time. */
    private static final int EXTENSION_DAYS = 2;

    /** The author's clock has not started and the case stands still until somebody has called or written. */
    private static final int TELL_DAYS = 2;

    /** The progress of a month is to be there by the fifth working day of the next. */
    private static final int REPORTING_DAY = 5;

    private final Campaigns campaigns;
    private final DueDates dueDates;
    private final PausedClock pausedClock;

    CampaignDeadlines(Campaigns campaigns, DueDates dueDates, PausedClock pausedClock) {
        this.campaigns = campaigns;
        this.dueDates = dueDates;
        this.pausedClock = pausedClock;
    }

    @Override
    public Deadline due(String campaign, String queue, String step, Instant from) {
        Integer days = days(campaign, queue, step);
        return days == null ? deadline(dueDates.inNextMonth(from, REPORTING_DAY)) : counted(days, from);
    }

    @Override
    public Integer days(String campaign, String queue, String step) {
        return queue.equals("PROGRESS") ? null : days(campaigns.rules(campaign).deadlines(), queue, step);
    }

    @Override
    public Deadline counted(int days, Instant from) {
        return deadline(dueDates.due(from, days));
    }

    private static Deadline deadline(Due due) {
        return new Deadline(due.at(), due.yellowAt(), due.provisional());
    }

    @Override
    public Deadline named(Instant at, Instant from) {
        return new Deadline(at, dueDates.endOf(Shanghai.date(at.minusNanos(1)), from).yellowAt(), false);
    }

    @Override
    public int pausedDays(Instant from, Instant to) {
        return pausedClock.days(from, to);
    }

    @Override
    public Deadline later(Deadline deadline, int pausedDays) {
        Instant at = pausedClock.later(deadline.at(), pausedDays);
        return new Deadline(at, pausedClock.later(deadline.yellowAt(), pausedDays),
                deadline.provisional() || pausedClock.provisional(at));
    }

    private static int days(Deadlines deadlines, String queue, String step) {
        return switch (queue) {
            case "REVIEW" -> reviewDays(deadlines, step);
            case "TRIAGE" -> deadlines.triage();
            case "EVALUATION" -> deadlines.evaluation();
            case "CONCLUSION" -> deadlines.conclusion();
            // a department waits for it, and its clock does not stop meanwhile
            case "EXTENSION" -> EXTENSION_DAYS;
            default -> OFFICE_DAYS;
        };
    }

    /** @param step null for a mail */
    private static int reviewDays(Deadlines deadlines, String step) {
        if ("PERSON".equals(step)) {
            return PERSON_DAYS;
        }
        return "TELL".equals(step) ? TELL_DAYS : deadlines.triage();
    }
}
