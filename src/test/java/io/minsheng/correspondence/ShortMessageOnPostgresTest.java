package io.minsheng.correspondence;

import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.answerReleased;
import static io.minsheng.fixture.Handling.declined;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.OnPostgres;
import io.minsheng.fixture.Submission;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgres.class)
class ShortMessageOnPostgresTest {

    @Inject
    SendOutbox sender;

    @Test
    void goesOutOnceAndIsDelivered() {
        try (SmsSink sink = new SmsSink()) {
            QuarkusMock.installMockForType(new HttpSmsGateway(sink.json()), HttpSmsGateway.class);
            String number = declined(Submission.web());
            answerReleased(number, "SMS");

            sender.text();
            sender.text();

            assertThat(sink.posted).singleElement().satisfies(each -> assertThat(each.body()).contains(number));
            assertThat(TRIAGE.tasks("ANSWER", number)).isEmpty();
        }
    }
}
