package io.minsheng.platform.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.quarkus.test.junit.QuarkusTest;

/** What is told of the server below {@code /q}, and to whom. */
@QuarkusTest
class OperationsTest {

    @Test
    void metricsAreForAdministratorsOnly() {
        given().redirects().follow(false).get("/q/metrics").then().statusCode(302);
        new StaffUser("triage").call().get("/q/metrics").then().statusCode(403);
        new StaffUser("admin").call().get("/q/metrics").then().statusCode(200)
                .body(containsString("jvm_memory_used_bytes"));
    }

    @Test
    void theDescriptionHoldsTheCallsAndNothingOfThePages() {
        given().queryParam("format", "json").get("/q/openapi").then().statusCode(200)
                .body("paths.keySet()", hasItem("/api/v1/proposals"))
                .body("paths.keySet()", everyItem(startsWith("/api/")))
                .body("components.schemas.keySet()", not(hasItem("TemplateInstance")))
                .body("components.schemas.keySet()", not(hasItem("EngineImpl")));
    }
}
