package io.minsheng.intake.desk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.intake.desk.DeskEntry.Arrival;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Channel;

/** Checks what only a desk knows of a suggestion: the way it came, and the days. */
@ApplicationScoped
class CheckArrival {

    private static final Set<Channel> AT_DESKS = EnumSet.of(Channel.LETTER, Channel.DESK, Channel.PHONE);
    /** Nobody posts earlier; catches years typed with a digit missing. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final LengthRule ENVELOPE = LengthRule.other("envelope", "信封编号");

    private final InstantSource clock;

    CheckArrival(InstantSource clock) {
        this.clock = clock;
    }

    List<Violation> violations(Arrival arrival) {
        List<Violation> violations = new ArrayList<>();
        if (arrival.channel() == null || !AT_DESKS.contains(arrival.channel())) {
            violations.add(new Violation("channel", "请选择来源：信函、现场或电话。"));
        }
        checkReceived(arrival.receivedOn(), violations);
        if (arrival.postmarkedOn() != null) {
            checkPostmark(arrival, violations);
        }
        ENVELOPE.check(Texts.cleanLine(arrival.envelope()), violations);
        return violations;
    }

    private void checkReceived(LocalDate day, List<Violation> violations) {
        if (day == null) {
            violations.add(new Violation("receivedOn", "请填写收到日期。"));
        } else if (day.isAfter(Shanghai.date(clock.instant()))) {
            violations.add(new Violation("receivedOn", "收到日期不能晚于今天。"));
        } else if (day.isBefore(FIRST_DAY)) {
            violations.add(new Violation("receivedOn", "收到日期不正确，请核对年份。"));
        }
    }

    private static void checkPostmark(Arrival arrival, List<Violation> violations) {
        if (arrival.channel() != null && arrival.channel() != Channel.LETTER) {
            violations.add(new Violation("postmarkedOn", "只有信函才有邮戳日期。"));
        } else if (arrival.postmarkedOn().isBefore(FIRST_DAY)) {
            violations.add(new Violation("postmarkedOn", "邮戳日期不正确，请核对年份。"));
        } else if (arrival.receivedOn() != null && arrival.postmarkedOn().isAfter(arrival.receivedOn())) {
            violations.add(new Violation("postmarkedOn", "邮戳日期不能晚于收到日期。"));
        }
    }
}
