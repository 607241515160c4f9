package io.minsheng.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.minsheng.intake.mail.imap.Mailbox;
import io.minsheng.intake.mail.imap.Mailbox.Afterwards;
import io.minsheng.intake.mail.imap.MailboxPassword;
import io.minsheng.intake.mail.imap.MailboxSettings.Profile;
import io.minsheng.intake.mail.imap.MailboxSettings.Security;

class PollPlanTest {

    private static final Instant NOW = Instant.parse("2026-10-01T01:00:00Z");
    private static final Mailbox MAILBOX = new Mailbox("test",
            new Mailbox.Server("imap.example.cn", 993, Security.TLS, Profile.QQ),
            new Mailbox.Account("office@example.cn", MailboxPassword.typed("x"), "INBOX"),
            new Mailbox.Habits(Duration.ofSeconds(120), true, Afterwards.NOTHING, null));

    @Test
    void pollsNeverFasterThanTheIntervalAndNotOnTheBeat() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Duration wait = Duration.between(NOW, PollPlan.atOnce(NOW).after(MAILBOX, false, NOW, random).next());
            assertThat(wait).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(132));
        }
    }

    @Test
    void waitsEverLongerWhileItFailsAndStartsAnewWhenItIsWell() {
        PollPlan plan = PollPlan.atOnce(NOW);
        Duration before = Duration.ZERO;
        for (int i = 0; i < 3; i++) {
            plan = plan.after(MAILBOX, true, NOW, new Random(i));
            Duration wait = Duration.between(NOW, plan.next());
            assertThat(wait).isGreaterThan(before);
            before = wait;
        }
        for (int i = 0; i < 20; i++) {
            plan = plan.after(MAILBOX, true, NOW, new Random(i));
        }
        assertThat(Duration.between(NOW, plan.next())).isLessThan(Duration.ofMinutes(34));
        assertThat(Duration.between(NOW, plan.after(MAILBOX, false, NOW, new Random(1)).next()))
                .isLessThan(Duration.ofSeconds(133));
    }
}
