package io.minsheng.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the kill program: few mails, the worst points. */
class KillWhileMailsComeInIT {

    @Test
    void everyMailIsOneRowAndEveryAcknowledgementAccountedForOnH2(@TempDir Path folder) throws Exception {
        MailKill.Report report = MailKill.run("h2", Path.of("target/quarkus-app"), folder.resolve("data"), 40,
                List.of(KillPoint.CASE_MAIL, KillPoint.TOLD));

        assertThat(report.wrong()).isEmpty();
    }

    @Test
    void everyMailIsOneRowAndEveryAcknowledgementAccountedFor(@TempDir Path folder) throws Exception {
        MailKill.Report report = MailKill.run("postgresql", Path.of("target/quarkus-app-postgresql"), folder.resolve("data"),
                60,
                List.of(KillPoint.WITHIN_FETCH, KillPoint.CASE_MAIL, KillPoint.TOLD));

        assertThat(report.wrong()).isEmpty();
        assertThat(report.outbox()).as("the mail of which nobody knows").containsKey("UNCERTAIN");
    }
}
