package io.minsheng.proposal.index;

import static io.minsheng.fixture.Handling.TRIAGE;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.Receipt;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class KeepIndexTest {

    @Inject
    KeepIndex keep;
    @ConfigProperty(name = "minsheng.data-dir")
    Path dataFolder;

    @BeforeEach
    @AfterEach
    void waitUntilComplete() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(keep::isComplete);
    }

    @Test
    void isBackAfterItWasDeleted() throws Exception {
        String number = Submission.web().titled("为雪松坝修一座桥").saying("雪松坝的孩子上学要蹚水。").caseNumber();
        keep.stop(null);
        try (Stream<Path> files = Files.walk(dataFolder.resolve("index"))) {
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
        try (Stream<Path> files = Files.walk(dataFolder.resolve("index"))) {
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

    @Test
    void followsMergesAndWithdrawals() {
        String main = Submission.web().titled("给芦花荡修栈道").saying("芦花荡的栈道烂了好几年，走不过去。").caseNumber();
        String member = Submission.web().titled("修一修芦花荡").saying("走芦花荡要小心，桥板断了几块。").caseNumber();
        Receipt taken = Submission.web().titled("芦花荡边放长椅").saying("在水边放几把长椅给老人歇脚。").register();

        TRIAGE.call(Map.of("into", main)).post("/api/v1/cases/" + member + "/merge").then().statusCode(200);
        given().contentType("application/json").queryParam("code", taken.queryCode()).body(Map.of("reason", "不需要了"))
                .post("/api/v1/proposals/" + taken.caseNumber() + "/withdraw").then().statusCode(200);

        TRIAGE.call().queryParam("q", "芦花荡").queryParam("stage", "MERGED").get("/api/v1/cases").then()
                .body("items.caseNumber", contains(member));
        TRIAGE.call().queryParam("q", "芦花荡").queryParam("stage", "WITHDRAWN").get("/api/v1/cases").then()
                .body("items.caseNumber", contains(taken.caseNumber()));

        TRIAGE.call(Map.of("reason", "不是一回事")).post("/api/v1/cases/" + member + "/unmerge").then().statusCode(200);

        TRIAGE.call().queryParam("q", "芦花荡").queryParam("stage", "MERGED").get("/api/v1/cases").then().body("total", is(0));
    }

    @Test
    void findsWhatStandsInFilesForThoseWhoMayReadThem() throws Exception {
        Receipt receipt = Submission.web().titled("详见附件").saying("我的建议写在附件里，请查看。").register();
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        try (XWPFDocument docx = new XWPFDocument()) {
            docx.createParagraph().createRun().setText("请在蒹葭湾渡口装救生圈，联系测试甲13900003333。");
            docx.write(document);
        }
        given().queryParam("code", receipt.queryCode()).multiPart("file", "建议.docx", document.toByteArray())
                .post("/api/v1/proposals/" + receipt.caseNumber() + "/attachments").then().statusCode(201);

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> finds("蒹葭湾渡口", receipt.caseNumber()));
        new StaffUser("leader").call().queryParam("q", "蒹葭湾渡口").get("/api/v1/cases").then().body("total", is(0));
        TRIAGE.call().queryParam("q", "13900003333").get("/api/v1/cases").then().body("total", is(0));

        TRIAGE.claim("TRIAGE", receipt.caseNumber());
        finds("蒹葭湾渡口", receipt.caseNumber());
    }

    private static void finds(String words, String number) {
        TRIAGE.call().queryParam("q", words).get("/api/v1/cases").then().body("total", is(1)).body("items[0].caseNumber",
                is(number));
    }
}
