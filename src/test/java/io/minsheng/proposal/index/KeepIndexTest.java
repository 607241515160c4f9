package io.minsheng.proposal.index;

import static io.minsheng.fixture.Handling.TRIAGE;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Submission;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class KeepIndexTest {

    private static final Path FOLDER = Path.of("target/test-data/index");

    @Inject
    KeepIndex keep;

    @BeforeEach
    @AfterEach
    void waitUntilComplete() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(keep::isComplete);
    }

    @Test
    void isBackAfterItWasDeleted() throws Exception {
        String number = Submission.web().titled("为雪松坝修一座桥").saying("雪松坝的孩子上学要蹚水。").caseNumber();
        keep.stop(null);
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }

        keep.start(null);
        waitUntilComplete();

        finds("蹚水", number);
    }

    @Test
    void isBuiltAgainWhenItCannotBeRead() throws Exception {
        String number = Submission.web().titled("给桦树坪装路灯").saying("桦树坪夜里伸手不见五指。").caseNumber();
        keep.stop(null);
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("segments_")).toList()) {
                Files.writeString(file, "broken");
            }
        }

        keep.start(null);
        waitUntilComplete();

        finds("伸手不见五指", number);
    }

    @Test
    void findsWhatWasRegisteredWhileItWasDown() throws Exception {
        keep.stop(null);
        String number = Submission.web().titled("给枫香垭口装护栏").saying("枫香垭口弯急坡陡，没有护栏。").caseNumber();
        // without the index titles are still looked through
        finds("枫香垭口", number);

        keep.start(null);
        waitUntilComplete();

        finds("弯急坡陡", number);
    }

    private static void finds(String words, String number) {
        TRIAGE.call().queryParam("q", words).get("/api/v1/cases").then().body("total", is(1)).body("items[0].caseNumber",
                is(number));
    }
}
