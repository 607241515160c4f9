package io.minsheng.intake.form;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.minsheng.fixture.Handling;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.Receipt;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * Whatever people and machines send to the public calls and pages: a clear answer, nothing stored half, nothing let through.
 */
@QuarkusTest
@DisplayName("Bad input")
class BadInputTest {

    private static final String SCRIPT = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";
    private static final List<String> TEXTS = List.of("", "  \u3000 ", "长".repeat(60_000), "👩‍👩‍👧‍👦🏳️‍🌈",
            "\u0000\u0007\u001b[31m红",
            "𠮷𪚥𰻝".repeat(4), "\u202Egnp.exe\u2066x\u200B", SCRIPT, "'; DROP TABLE proposal; --\\",
            "{7*7} ${7*7} {{7*7}} #{7*7}",
            "../../etc/passwd%00", "x\r\nSet-Cookie: evil=1\r\n\r\n<html>", "\uD800", "Ｅ̈́͌".repeat(30));
    private static final List<String> TABLES = List.of("proposal", "author", "support", "supplement", "attachment",
            "stored_file", "rating", "data_request");

    private static Receipt receipt;
    private static String publicCase;

    @Inject
    EntityManager entities;

    @BeforeEach
    void prepare() {
        if (receipt == null) {
            receipt = Submission.web().register();
            publicCase = Handling.evaluated(Submission.web());
        }
    }

    /**
     * A call or page and what it takes.
     *
     * @param path with {@code #} for the number of a case and {@code @} for that of a public one
     * @param creates the table that a success adds one row to, or empty
     */
    private record Route(String path, Map<String, Object> body, Set<String> choices, String creates) {

        boolean api() {
            return path.startsWith("/api");
        }

        @Override
        public String toString() {
            return path;
        }
    }

    private static Stream<Route> jsonCalls() {
        Map<String, Object> contact = Map.of("name", "测试甲", "phone", "13800001234", "email", "a@example.cn", "address", "某路");
        return Stream.of(
                new Route("/api/v1/proposals", Map.of("campaign", "DZ2025", "title", "给老旧小区加装电梯", "category", "HOUSING",
                        "content",
                        "我们小区六层没有电梯，老人上下楼很困难。", "reason", "老人多", "township", "tangxiang", "place", "某小区", "consent", true,
                        "proposer", Map.of("kind", "RESIDENT", "name", "测试甲", "phone", "13800001234", "replyWanted", true)),
                        Set.of("campaign", "category", "township"), "proposal"),
                new Route("/api/v1/proposals/@/supports",
                        Map.of("name", "测试甲", "phone", "13800001234", "text", "同意", "consent", true),
                        Set.of(), "support"),
                new Route("/api/v1/proposals/#/supplement", Map.of("text", "补充"), Set.of(), "supplement"),
                new Route("/api/v1/proposals/#/withdraw", Map.of("reason", ""), Set.of("reason"), ""),
                new Route("/api/v1/proposals/#/rating", Map.of("score", 5, "comment", "好"), Set.of(), ""),
                new Route("/api/v1/proposals/#/data-requests", Map.of("kind", "CORRECT", "words", "错了", "contact", contact),
                        Set.of("kind"), "data_request"));
    }

    private static Stream<Route> forms() {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("campaign", "DZ2025", "step", "CHECK", "go", "submit", "title",
                "给老旧小区加装电梯", "category", "HOUSING", "content", "我们小区六层没有电梯，老人上下楼很困难。", "proposer.name", "测试甲",
                "proposer.phone", "13800001234", "consent", "true"));
        form.put("key", "");
        return Stream.of(new Route("/propose", form, Set.of("campaign", "step", "category"), "proposal"),
                new Route("/proposals/@/support",
                        Map.of("name", "测试甲", "phone", "13800001234", "text", "同意", "consent", "true"),
                        Set.of(), "support"),
                new Route("/track", Map.of("number", "DZ2025-000123-7", "code", "22222222"), Set.of(), ""),
                new Route("/receipt", Map.of("number", "DZ2025-000123-7", "code", "22222222"), Set.of(), ""),
                new Route("/receipt/slip", Map.of("number", "DZ2025-000123-7", "code", "22222222"), Set.of(), ""),
                new Route("/track/#/supplement", Map.of("text", "补充"), Set.of(), "supplement"),
                new Route("/track/#/withdraw", Map.of("reason", ""), Set.of("reason"), ""),
                new Route("/track/#/rating", Map.of("score", "5", "comment", "好"), Set.of("score"), ""),
                new Route("/track/#/data", Map.of("kind", "CORRECT", "name", "测试甲", "phone", "13800001234", "words", "错了"),
                        Set.of("kind"), "data_request"),
                new Route("/elder", Map.of("on", "1", "back", "/"), Set.of(), ""),
                new Route("/first-admin/nothing", Map.of("password", "x", "repeated", "y"), Set.of(), ""));
    }

    private static Stream<Arguments> texts(Stream<Route> routes) {
        return routes.map(Arguments::of);
    }

    static Stream<Arguments> calls() {
        return texts(jsonCalls());
    }

    static Stream<Arguments> pages() {
        return texts(forms());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void ofTextsInACall(Route route) {
        eachText(route, body -> call().body(body).post(path(route)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void ofTextsOnAPage(Route route) {
        String cookie = given().redirects().follow(false).formParam("number", receipt.caseNumber())
                .formParam("code", receipt.queryCode()).post("/track").cookie("minsheng-track");
        eachText(route, body -> {
            RequestSpecification form = given().redirects().follow(false).cookie("minsheng-track", cookie)
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8");
            body.forEach(form::formParam);
            return form.post(path(route));
        });
    }

    @ParameterizedTest
    @MethodSource("calls")
    void ofOtherTypesInACall(Route route) throws IOException, InterruptedException {
        Map<String, Long> before = rows();
        List<String> bodies = new ArrayList<>(List.of("", "null", "[]", "42", "\"text\"", "{", "{}{}", "{\"a\":1e999999999}",
                "[".repeat(50_000), "{\"title\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                "{\"unknown\":\"" + "x".repeat(1_000_000) + "\"}", "\u0000", "<xml/>"));
        // a number or a yes where a text belongs is read as text; what cannot be one is refused
        for (Object wrong : new Object[] { List.of("a"), Map.of("a", "b") }) {
            Map<String, Object> body = new HashMap<>(route.body());
            body.replaceAll((field, value) -> value instanceof String || value instanceof Map ? wrong : value);
            check(route, call().body(body).post(path(route)), Set.of(400));
        }
        for (String body : bodies) {
            check(route, call().body(body.getBytes(UTF_8)).post(path(route)), Set.of(400, 413));
        }
        for (String type : List.of("text/xml", "text/plain", "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=b")) {
            HttpResponse<String> answer = raw(route, type);
            assertThat(answer.statusCode()).as(route + " as " + type).isEqualTo(415);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        }
        assertThat(rows()).as("nothing is stored").isEqualTo(before);
    }

    private static HttpResponse<String> raw(Route route, String type) throws IOException, InterruptedException {
        URI uri = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + path(route) + "?code="
                + receipt.queryCode());
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(uri).header("Content-Type", type).POST(BodyPublishers.ofString("a=b")).build(),
                BodyHandlers.ofString());
    }

    @Test
    void inNumbersCodesAndQueries() {
        for (String text : List.of(SCRIPT, "\u0000\u001b[31m红", "𠮷\u202Egnp", "../../etc/passwd%00",
                "x\r\nSet-Cookie: evil=1")) {
            for (String path : List.of("/api/v1/proposals/{text}", "/api/v1/campaigns/{text}", "/api/v1/publications/{text}",
                    "/api/v1/proposals/{text}/personal-data", "/track/{text}", "/track/{text}/data", "/proposals/{text}",
                    "/published/{text}",
                    "/first-admin/{text}")) {
                Response answer = given().redirects().follow(false).queryParam("code", text).get(path,
                        text.isBlank() ? "x" : text);
                checkLetThrough(path, answer, Set.of(200, 303, 400, 404));
            }
            for (String path : List.of("/api/v1/similar", "/api/v1/proposals", "/proposals", "/track", "/login", "/propose")) {
                Response answer = given().queryParam("campaign", "DZ2025").queryParam("text", text).queryParam("category", text)
                        .queryParam("number", text).queryParam("page", text).get(path);
                checkLetThrough(path, answer, Set.of(200, 400, 404));
            }
        }
    }

    @Test
    void inTheEncodingOfAForm() throws IOException, InterruptedException {
        for (String path : List.of("/track", "/propose")) {
            isNotReadable(path, "application/x-www-form-urlencoded", "step=WISH&number=100%&title=%zz");
        }
    }

    @Test
    void inTheEncodingOfAFormWithFiles() throws IOException, InterruptedException {
        for (String body : List.of("", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"number\"\r\n\r\nDZ2025",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nbroken off")) {
            isNotReadable("/receipt/attachments", "multipart/form-data; boundary=b", body);
        }
    }

    private static void isNotReadable(String path, String type, String body) throws IOException, InterruptedException {
        URI uri = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + path);
        HttpResponse<String> answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(uri).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s with %s", path, body).isEqualTo(400);
        assertThat(answer.body()).contains("提交的内容无法读取");
    }

    private void eachText(Route route, Function<Map<String, Object>, Response> send) {
        Map<String, Long> before = rows();
        for (String text : TEXTS) {
            Response answer = send.apply(with(route, text));
            check(route, answer, Set.of(200, 201, 303, 400, 404, 409, 413, 422));
            Map<String, Long> after = rows();
            boolean stored = !route.creates().isEmpty() && after.get(route.creates()) > before.get(route.creates());
            boolean accepted = answer.statusCode() < 400;
            assertThat(stored).as("%s %s is stored exactly if it is accepted", route, shown(text))
                    .isEqualTo(accepted && !route.creates().isEmpty());
            if (!stored) {
                assertThat(after).as("%s %s stores nothing half", route, shown(text)).isEqualTo(before);
            }
            before = after;
        }
    }

    /** The text in every field that people write. */
    private static Map<String, Object> with(Route route, String text) {
        Map<String, Object> body = new LinkedHashMap<>(route.body());
        body.replaceAll((field, value) -> {
            if (value instanceof Map<?, ?> nested) {
                Map<Object, Object> inner = new HashMap<>(nested);
                inner.replaceAll((name, old) -> old instanceof String && !name.equals("kind") ? text : old);
                return inner;
            }
            return value instanceof String && !Set.of("key", "consent", "go").contains(field)
                    && !route.choices().contains(field)
                            ? text
                            : value;
        });
        if (body.containsKey("key")) {
            body.put("key", UUID.randomUUID().toString());
        }
        return body;
    }

    private static void check(Route route, Response answer, Set<Integer> expected) {
        checkLetThrough(path(route), answer, expected);
        if (route.api() && answer.statusCode() >= 400) {
            assertThat(answer.contentType()).as("%s answers %s", route, answer.asString()).contains("application/problem+json");
            assertThat(answer.<String> path("detail")).matches("[\\s\\S]*\\p{IsHan}[\\s\\S]*");
        } else if (answer.statusCode() == 400) {
            assertThat(answer.asString()).as(route.path()).contains("error-summary");
        }
    }

    private static void checkLetThrough(String path, Response answer, Set<Integer> expected) {
        assertThat(answer.statusCode()).as("%s answers %s", path, shown(answer.asString())).isIn(expected);
        assertThat(answer.header("Set-Cookie") + "").doesNotContain("evil");
        if (answer.contentType().contains("html")) {
            assertThat(answer.asString()).as(path).doesNotContain("<script>alert", "<img src=x", "<html><", "49 49");
        }
    }

    private RequestSpecification call() {
        return given().contentType(ContentType.JSON).queryParam("code", receipt.queryCode());
    }

    private static String path(Route route) {
        return route.path().replace("#", receipt.caseNumber()).replace("@", publicCase);
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }

    private Map<String, Long> rows() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, Long> rows = new LinkedHashMap<>();
            for (String table : TABLES) {
                rows.put(table,
                        ((Number) entities.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue());
            }
            return rows;
        });
    }
}
