package io.minsheng.platform.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Handling;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@DisplayName("The words of a form that ends in an error page")
class TypedWordsTest {

    @Test
    void areShownOnItAsTheyWereWrittenAndEscaped() {
        Handling.TRIAGE.call().accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("outcome", "ACCEPT").formParam("reason", "写了二十分钟的<b>理由</b>").formParam("code", "2222AAAA")
                .post("/staff/tasks/triage/no-such-task").then().statusCode(404)
                .body(containsString("写了二十分钟的&lt;b&gt;理由&lt;/b&gt;"), not(containsString("<b>理由")),
                        not(containsString("2222AAAA")));
    }

    @Test
    void areNotShownWhereOneOfThemIsAPassword() {
        given().accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("password", "一句谁也猜不到的话").formParam("repeated", "一句谁也猜不到的话")
                .post("/first-admin/no-such-token").then().statusCode(404)
                .body(containsString("没有找到"), not(containsString("谁也猜不到")));
    }
}
