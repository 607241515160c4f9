package io.minsheng.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the kill program for answers. */
class KillWhileAnswersGoOutIT {

    @Test
    void everyAnswerIsSentOnceOrKnownToBeUncertain(@TempDir Path folder) throws Exception {
        AnswerKill.Report report = AnswerKill.run("postgresql", Path.of("target/quarkus-app-postgresql"),
                folder.resolve("data"), 50, 3, 1);

        assertThat(report.wrong()).isEmpty();
        assertThat(report.outbox().get("SENT")).isGreaterThanOrEqualTo(47);
    }
}
