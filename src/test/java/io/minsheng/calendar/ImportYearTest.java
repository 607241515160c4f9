package io.minsheng.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.time.Shanghai;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class ImportYearTest {

    @Inject
    ImportYear importYear;
    @Inject
    WorkingDays workingDays;
    @Inject
    WorkdayExceptions exceptions;
    @Inject
    Accounts accounts;

    @Test
    void replacesTheYearAndIsSeenAtOnce() {
        assertThat(workingDays.isKnownYear(2026)).isTrue();
        assertThat(workingDays.isKnownYear(2031)).isFalse();

        importYear.importYear(2031, "2031-01-01\tOFF\t元旦\n2031-01-02\tOFF\t元旦\n2031-01-04\tWORK\t元旦", "admin");

        assertThat(workingDays.isKnownYear(2031)).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2031, 1, 2))).isFalse();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2031, 1, 4))).isTrue();

        importYear.importYear(2031, "2031-01-01\tOFF\t元旦", "admin");

        assertThat(workingDays.isWorkingDay(LocalDate.of(2031, 1, 2))).isTrue();
    }

    @Test
    void isDoneByAdministratorsOnThePage() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (accounts.byUsername("admin").isEmpty()) {
                accounts.create("admin", "admin", "minsheng-demo", null, Set.of(Role.ADMIN));
            }
        });
        given().when().redirects().follow(false).get("/staff/calendar").then().statusCode(302);
        admin().get("/staff/calendar").then().statusCode(200).body(containsString("2024"), containsString("导入一年"));

        form().formParam("year", 2028).formParam("lines", "2028-01-01 OFF").post("/staff/calendar").then().statusCode(400)
                .body(containsString("第 1 行"), containsString("2028-01-01 OFF"));
        assertThat(workingDays.isKnownYear(2028)).isFalse();
        form().formParam("year", "20x8").formParam("lines", "2028-01-01 OFF").post("/staff/calendar").then().statusCode(400)
                .body(containsString("请填写数字"), containsString("20x8"), containsString("2028-01-01 OFF"));
        form().formParam("year", 2028).formParam("lines", "2028-01-01，WORK").post("/staff/calendar").then().statusCode(400)
                .body(containsString("value=\"2028\""));

        // as the page itself writes it: nobody can type a tab into a form
        form().formParam("year", 2028).formParam("lines", "2028-01-01、OFF、元旦\n2028-10-01,OFF,国庆节、中秋节").post("/staff/calendar")
                .then()
                .statusCode(303);
        assertThat(workingDays.isKnownYear(2028)).isTrue();
    }

    @Test
    void isDoneByProgramsOfAdministrators() {
        given().auth().preemptive().basic("triage", "minsheng-demo").contentType("text/plain; charset=UTF-8")
                .body("2027-01-01\tOFF\t元旦").put("/api/v1/calendar/2027").then().statusCode(403);
        admin().contentType("text/plain; charset=UTF-8").body("2019-01-01\tOFF\t元旦").put("/api/v1/calendar/2019").then()
                .statusCode(400).body("violations[0].field", equalTo("year"));
        admin().contentType("text/plain; charset=UTF-8").body("2027-01-01 OFF").put("/api/v1/calendar/2027").then()
                .statusCode(400).body("violations[0].message", containsString("第 1 行"));
        admin().contentType("text/plain; charset=UTF-8").body("2027-01-01\tOFF\t元旦").put("/api/v1/calendar/2027").then()
                .statusCode(200).body("days", equalTo(1));
        admin().get("/api/v1/calendar").then().statusCode(200).body("years", hasItem(2027)).body("missing", empty());
    }

    @Test
    void aMissingYearWarnsOnEveryPageOfTheStaffAndInHealth() {
        int year = Shanghai.date(Instant.now()).getYear();
        StaffUser leader = new StaffUser("leader");
        leader.call().get("/staff").then().statusCode(200).body(not(containsString("的工作日数据")));
        QuarkusTransaction.requiringNew()
                .run(() -> exceptions.delete("day >= ?1 and day <= ?2", LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        workingDays.forget();
        try {
            leader.call().get("/staff").then().statusCode(200).body(containsString("缺少 " + year + " 年"));
            given().get("/").then().statusCode(200).body(not(containsString("的工作日数据")));
            given().get("/q/health/ready").then().statusCode(200)
                    .body("checks.find { it.name == 'calendar' }.data.warning", containsString(String.valueOf(year)));
            admin().get("/api/v1/calendar").then().body("missing", hasItem(year));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> LoadPackagedYears.packaged().values().stream()
                    .filter(each -> each.day().getYear() == year).forEach(exceptions::persist));
            workingDays.forget();
        }
    }

    private static RequestSpecification form() {
        return admin().contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "minsheng-demo").redirects().follow(false).when();
    }

    @Test
    void neverTakesReadinessDown() {
        given().when().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
}
