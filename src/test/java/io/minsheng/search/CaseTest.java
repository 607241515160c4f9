package io.minsheng.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.CountStatements;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.file.StoredFiles;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Receipt;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CaseTest {

    private static final StaffUser TRIAGE = new StaffUser("triage");
    private static final StaffUser LEADER = new StaffUser("leader");
    private static final StaffUser DESK = new StaffUser("desk-tangxiang");
    private static final StaffUser EDUCATION = new StaffUser("dept-education");
    private static final Map<String, Object> TO_EDUCATION = Map.of("outcome", "ACCEPT", "category", "EDUCATION",
            "leadDepartment", "education", "assistDepartments", List.of("finance"));

    @Inject
    EntityManager entities;
    @Inject
    ListCases listCases;
    @Inject
    Proposals proposals;
    @Inject
    Attachments attachments;
    @Inject
    StoredFiles files;

    @Nested
    class Listing {

        @Test
        void findsByNumberAndFilters() {
            String number = Submission.web().in("EDUCATION").at("longshui").titled("给村小学修一个操场").caseNumber();

            TRIAGE.call().queryParam("q", number).get("/api/v1/cases").then().statusCode(200).body("total", is(1))
                    .body("items[0].caseNumber", is(number)).body("items[0].stage.code", is("RECEIVED"))
                    .body("items[0].stage.label", is("已收到"));
            TRIAGE.call().queryParam("category", "EDUCATION").queryParam("township", "longshui").queryParam("channel", "WEB")
                    .queryParam("stage", "RECEIVED").queryParam("campaign", "DZ2025").get("/api/v1/cases").then()
                    .body("items.caseNumber", hasItem(number)).body("items.category", everyItem(is("EDUCATION")));
            TRIAGE.call().queryParam("q", number).queryParam("stage", "REJECTED").get("/api/v1/cases").then()
                    .body("total", is(0));
        }

        @Test
        void refusesUnknownValues() {
            for (String field : List.of("stage", "channel", "sort")) {
                TRIAGE.call().queryParam(field, "NOPE").get("/api/v1/cases").then().statusCode(400)
                        .body("violations[0].field", equalTo(field));
            }
        }

        @Test
        void showsADeskItsOwnOnly() {
            String own = Submission.desk("tangxiang").caseNumber();
            String others = Submission.web().caseNumber();

            DESK.call().queryParam("size", 200).get("/api/v1/cases").then().body("items.caseNumber", hasItem(own))
                    .body("items.caseNumber", not(hasItem(others)));
            DESK.call().get("/api/v1/cases/" + own).then().statusCode(200);
            DESK.call().get("/api/v1/cases/" + others).then().statusCode(404);
            new StaffUser("admin").call().get("/api/v1/cases").then().statusCode(403);
            new StaffUser("auditor").call().get("/api/v1/cases/" + own).then().statusCode(403);
        }

        @Test
        void showsADepartmentWhatItHasATaskOn() {
            String number = Submission.web().caseNumber();
            EDUCATION.call().get("/api/v1/cases/" + number).then().statusCode(404);

            TRIAGE.settle("TRIAGE", number, TO_EDUCATION);

            EDUCATION.call().get("/api/v1/cases/" + number).then().statusCode(200).body("stage.code", is("EVALUATION"));
            EDUCATION.call().queryParam("q", number).get("/api/v1/cases").then().body("total", is(1));
            new StaffUser("dept-water").call().get("/api/v1/cases/" + number).then().statusCode(404);
        }

        @Test
        void needsAsManyStatementsForManyRowsAsForOne() {
            for (int i = 0; i < 30; i++) {
                Submission.web().caseNumber();
            }
            statements(1);

            assertThat(statements(30)).isEqualTo(statements(1)).isEqualTo(2);
        }

        private long statements(int size) {
            return CountStatements.of(entities.getEntityManagerFactory(), () -> {
                var page = listCases.page(CaseFilter.parse(Map.of()),
                        new Actor("triage", "经办", Set.of(Role.TRIAGE), null),
                        Paging.of(0, size, null, ListCases.SORTS, ListCases.DEFAULT_SORT));
                assertThat(page.items()).hasSize(size);
            });
        }
    }

    @Nested
    class OneCase {

        @Test
        void tellsEverythingButContactData() {
            String number = Submission.web().saying("请打13900002222找我商量，我住棠香街道。").caseNumber();

            TRIAGE.call().get("/api/v1/cases/" + number).then().statusCode(200).body("proposer.name", is("测*"))
                    .body("proposer.phone", is("138****1234")).body("content", containsString("13900002222"))
                    .body("timeline", hasSize(1)).body("tasks[0].queue", is("TRIAGE"));
            LEADER.call().get("/api/v1/cases/" + number).then().statusCode(200)
                    .body("content", is("请打139****2222找我商量，我住棠香街道。"));
        }

        @Test
        void drawsWhereItStands() {
            String number = Submission.web().caseNumber();
            TRIAGE.settle("TRIAGE", number, TO_EDUCATION);

            TRIAGE.call().get("/staff/cases/" + number).then().statusCode(200).contentType(containsString("text/html"))
                    .body(containsString("bpmn-current")).body(containsString("现在在这里"))
                    .body(containsString("bpmn-evaluation-title")).body(containsString("区教委"));
            LEADER.call().get("/staff/cases/" + number).then().statusCode(200);
            EDUCATION.call().get("/staff/cases/" + number).then().statusCode(200);
            new StaffUser("dept-water").call().get("/staff/cases/" + number).then().statusCode(404);
        }

        @Test
        void revealsTheContactForAPurposeOnly() {
            String number = Submission.web().caseNumber();

            TRIAGE.call().formParam("purpose", "").post("/staff/cases/" + number + "/contact").then().statusCode(400)
                    .body(not(containsString(Submission.PHONE)));
            TRIAGE.call().formParam("purpose", "电话核实").post("/staff/cases/" + number + "/contact").then().statusCode(200)
                    .header("Cache-Control", "no-store").body(containsString(Submission.PHONE))
                    .body(containsString(Submission.NAME));
            LEADER.call().formParam("purpose", "看看").post("/staff/cases/" + number + "/contact").then().statusCode(403);
            TRIAGE.call().get("/staff/cases/" + number).then().body(not(containsString(Submission.PHONE)));

            new StaffUser("auditor").call().queryParam("caseNumber", number).get("/api/v1/audit").then()
                    .body("items.action", hasItem("CONTACT_REVEALED"));
        }

        @Test
        void reissuesTheQueryCode() {
            Receipt receipt = Submission.web().register();
            String page = TRIAGE.call().post("/staff/cases/" + receipt.caseNumber() + "/query-code").then().statusCode(200)
                    .extract().asString();
            String code = page.replaceFirst("(?s).*<p class=\"big-code\">([^<]+)</p>.*", "$1");

            given().queryParam("code", code).get("/api/v1/proposals/" + receipt.caseNumber()).then().statusCode(200);
            given().queryParam("code", receipt.queryCode()).get("/api/v1/proposals/" + receipt.caseNumber()).then()
                    .statusCode(404);
            new StaffUser("chief").call().post("/staff/cases/" + receipt.caseNumber() + "/query-code").then().statusCode(403);
        }

        @Test
        void givesFilesToThoseWhoMayReadOriginals() {
            String number = Submission.web().caseNumber();
            byte[] content = "%PDF-1.4 内容".getBytes(StandardCharsets.UTF_8);
            String id = QuarkusTransaction.requiringNew().call(() -> attachments.join(proposals.byNumber(number),
                    files.store("现场 照片.pdf", "application/pdf", new ByteArrayInputStream(content), 1_000),
                    Attachment.Kind.ENCLOSURE, Actor.RESIDENT).id());
            String path = "/staff/cases/" + number + "/attachments/" + id;

            byte[] got = TRIAGE.call().get(path).then().statusCode(200).contentType("application/pdf")
                    .header("X-Content-Type-Options", "nosniff").header("Content-Disposition", containsString("attachment"))
                    .header("Content-Disposition", containsString("filename*=UTF-8''%E7%8E%B0")).extract().asByteArray();
            assertThat(got).isEqualTo(content);
            TRIAGE.call().queryParam("inline", true).get(path).then().header("Content-Disposition", containsString("inline"));
            LEADER.call().queryParam("inline", true).get(path).then().statusCode(404);
            LEADER.call().get(path).then().statusCode(404);
            TRIAGE.call().get("/staff/cases/" + Submission.web().caseNumber() + "/attachments/" + id).then().statusCode(404);
            TRIAGE.call().get("/staff/cases/" + number).then().body(containsString("现场 照片.pdf"));
            LEADER.call().get("/staff/cases/" + number).then().body(containsString("另有 1 个附件"))
                    .body(not(containsString("现场 照片.pdf")));
        }
    }

    @Test
    void showsTheListAsAPage() {
        String number = Submission.web().caseNumber();

        TRIAGE.call().queryParam("q", number).get("/staff/cases").then().statusCode(200).body(containsString(number))
                .body(containsString("棠香街道"));
        TRIAGE.call().queryParam("stage", "NOPE").get("/staff/cases").then().statusCode(200)
                .body(containsString("没有“NOPE”这个取值"));
    }
}
