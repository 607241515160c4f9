package io.minsheng.search;

import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.AddSupplement;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Proposals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FindCasesTest {

    @Inject
    AddSupplement addSupplement;
    @Inject
    Proposals proposals;
    @Inject
    EntityManager entities;

    private static List<String> find(StaffUser who, String words, Object... filters) {
        var call = who.call().queryParam("q", words);
        for (int i = 0; i < filters.length; i += 2) {
            call.queryParam((String) filters[i], filters[i + 1]);
        }
        return call.get("/api/v1/cases").then().statusCode(200).extract().path("items.caseNumber");
    }

    @Test
    void findsWordsOfTheWholeCaseAtOnce() {
        String number = Submission.web().titled("改造老街排水").saying("每逢暴雨，玉带桥头的窨井就往外冒水，鞋店老板苦不堪言。").caseNumber();

        assertThat(find(TRIAGE, "玉带桥头")).containsExactly(number);
        assertThat(find(TRIAGE, "鞋店老板 窨井")).containsExactly(number);
        assertThat(find(TRIAGE, "鞋店老板 火车站")).isEmpty();

        QuarkusTransaction.requiringNew().run(() -> addSupplement.add(proposals.byNumber(number), "补充：蓝莓巷口也一样。",
                Channel.WEB, Actor.RESIDENT));

        assertThat(find(TRIAGE, "蓝莓巷口")).containsExactly(number);
    }

    @Test
    void refusesWhatCannotBeCounted() {
        TRIAGE.call().queryParam("month", "+999999999-12").get("/api/v1/cases").then().statusCode(400);
        TRIAGE.call().queryParam("page", Integer.MAX_VALUE).get("/api/v1/cases").then().statusCode(400);
        TRIAGE.call().queryParam("sort", "relevance,desc").get("/api/v1/cases").then().statusCode(200);
    }

    @Test
    void refusesCodesThatDoNotExist() {
        for (String field : List.of("campaign", "category", "township", "department", "stage", "channel")) {
            TRIAGE.call().queryParam(field, "NOPE").get("/api/v1/cases").then().statusCode(400)
                    .body("violations.field", contains(field));
            TRIAGE.call().queryParam(field, "NOPE").get("/api/v1/case-search/facets").then().statusCode(400);
        }
        for (String number : List.of("page", "size")) {
            TRIAGE.call().queryParam(number, "many").get("/api/v1/cases").then().statusCode(400)
                    .contentType("application/problem+json").body("violations.field", contains(number));
        }
        TRIAGE.call().queryParam("page", "").get("/api/v1/cases").then().statusCode(200);
        TRIAGE.call().queryParam("page", "first").get("/staff/cases").then().statusCode(400);
    }

    @Test
    void putsTheBestFirstUnlessAskedOtherwise() {
        String inTitle = Submission.web().titled("修建翠屏步道").saying("晚上散步的人多，现在没有地方可走。").caseNumber();
        String inText = Submission.web().titled("多装一些路灯").saying("从菜市场到翠屏步道这一段太黑了，老人走路害怕。").caseNumber();

        assertThat(find(TRIAGE, "翠屏步道")).containsExactly(inTitle, inText);
        assertThat(find(TRIAGE, "翠屏步道", "sort", "receivedAt,desc")).containsExactly(inText, inTitle);
        assertThat(find(TRIAGE, "翠屏步道", "sort", "title,asc", "size", 1, "page", 1)).hasSize(1);
        TRIAGE.call().queryParam("q", "翠屏步道").queryParam("size", 1).get("/api/v1/cases").then().body("total", is(2));
    }

    @Test
    void combinesWordsWithFilters() {
        String number = Submission.web().in("EDUCATION").at("longshui").titled("给紫藤小学加装护栏").caseNumber();

        assertThat(find(TRIAGE, "紫藤小学", "category", "EDUCATION", "township", "longshui", "stage", "RECEIVED", "channel",
                "WEB", "campaign", "DZ2025")).containsExactly(number);
        assertThat(find(TRIAGE, "紫藤小学", "category", "HOUSING")).isEmpty();

        String task = TRIAGE.claim("TRIAGE", number);
        assertThat(task).isNotEmpty();
        assertThat(find(TRIAGE, "紫藤小学", "stage", "RECEIVED")).isEmpty();
        assertThat(find(TRIAGE, "紫藤小学", "stage", "TRIAGE")).containsExactly(number);
    }

    @Test
    void showsEveryoneOnlyWhatTheyMaySee() {
        String own = Submission.desk("tangxiang").titled("请修补琥珀路路面").caseNumber();
        String others = Submission.web().titled("琥珀路要加红绿灯").caseNumber();
        StaffUser education = new StaffUser("dept-education");

        assertThat(find(new StaffUser("desk-tangxiang"), "琥珀路")).containsExactly(own);
        assertThat(find(new StaffUser("leader"), "琥珀路")).containsExactlyInAnyOrder(own, others);
        assertThat(find(education, "琥珀路")).isEmpty();

        TRIAGE.settle("TRIAGE", others, Map.of("outcome", "ACCEPT", "category", "EDUCATION", "leadDepartment", "education",
                "assistDepartments", List.of()));

        assertThat(find(education, "琥珀路")).containsExactly(others);
    }

    @Test
    void findsNobodyByNumberOrName() {
        String number = Submission.web().titled("给橄榄社区建一个活动室").saying("我是测试甲，请打13900002222找我，橄榄社区需要活动室。").caseNumber();

        assertThat(find(TRIAGE, "橄榄社区")).containsExactly(number);
        assertThat(find(TRIAGE, "橄榄社区 13900002222")).isEmpty();
        assertThat(find(TRIAGE, "橄榄社区 测试甲")).isEmpty();
    }

    @Test
    void takesSignsForWhatTheyAre() {
        String number = Submission.web().titled("修（琉璃巷）AND OR 路").caseNumber();

        for (String typed : List.of("???", "\"", "*", "AND OR (", "title:x", "[* TO *]", "\\", "-", "😀", "a".repeat(60))) {
            find(TRIAGE, typed);
        }
        assertThat(find(TRIAGE, "（琉璃巷）*")).containsExactly(number);
        assertThat(find(TRIAGE, number.substring(0, 12) + " 琉璃巷")).containsExactly(number);
        TRIAGE.call().queryParam("q", "字".repeat(61)).get("/api/v1/cases").then().statusCode(400)
                .body("violations[0].field", is("q"));
    }

    @Test
    void findsNothingOfWhatWasRolledBack() {
        QuarkusTransaction.begin();
        Submission.web().titled("珊瑚路不该被找到").register();
        QuarkusTransaction.rollback();

        assertThat(find(TRIAGE, "珊瑚路")).isEmpty();
    }

    @Test
    void noticesWhatAnotherNodeHasWritten() {
        String number = Submission.web().titled("在湖边种一些树").caseNumber();
        assertThat(find(TRIAGE, "玛瑙湖")).isEmpty();

        QuarkusTransaction.requiringNew().run(() -> {
            String id = proposals.byNumber(number).id();
            entities.createNativeQuery("UPDATE proposal SET content = '玛瑙湖边没有树荫。' WHERE id = :id").setParameter("id", id)
                    .executeUpdate();
            entities.createNativeQuery("INSERT INTO timeline_entry (id, proposal_id, at, stage, actor, released)"
                    + " VALUES (:entry, :id, CURRENT_TIMESTAMP, 'RECEIVED', 'triage', TRUE)").setParameter("id", id)
                    .setParameter("entry", Ids.next()).executeUpdate();
        });

        Awaitility.await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(find(TRIAGE, "玛瑙湖")).containsExactly(number));
    }

    @Test
    void showsWhatWasFoundOnThePage() {
        String number = Submission.web().titled("给碧玉村通上公交").saying("从水晶坝走到镇上要一个小时。").caseNumber();

        TRIAGE.call().queryParam("q", "水晶坝").get("/staff/cases").then().statusCode(200).body(containsString(number))
                .body(containsString("最相符的在前"));
    }
}
