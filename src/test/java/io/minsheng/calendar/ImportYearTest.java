package io.minsheng.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.LocalDate;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ImportYearTest {

    @Inject
    ImportYear importYear;
    @Inject
    WorkingDays workingDays;

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
    void neverTakesReadinessDown() {
        given().when().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
}
