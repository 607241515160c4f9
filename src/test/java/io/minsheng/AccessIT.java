package io.minsheng;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.minsheng.fixture.Handling;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.ProposerKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * Who may call what, over all routes that the program has: a new one without a rule fails here. And what a role that may call
 * them gets to see: nothing of a case that is not its own, no personal data.
 */
@QuarkusTest
class AccessIT {

    /** The first parts of the paths that everybody may call. */
    private static final Set<String> PUBLIC_PAGES = Set.of("", "login", "logout", "first-admin", "elder", "published", "track",
            "proposals", "receipt", "propose", "privacy", "sitemap", "blank-form");
    private static final List<String> PUBLIC_CALLS = List.of("/api/v1/proposals", "/api/v1/publications", "/api/v1/similar",
            "/api/v1/campaigns", "/api/v1/privacy-notice");
    private static final Map<Role, StaffUser> PEOPLE = people();
    private static final String NAME = "司徒绝密";
    private static final String PHONE = "13877776666";
    private static final String EMAIL = "juemi.jiancha@example.cn";
    private static final String ADDRESS = "龙岗街道绝密路77号";

    @Inject
    Accounts accounts;

    /** A way to call the program. */
    record Route(String method, String path, String consumes, Set<String> roles, boolean anyStaff) {

        boolean open() {
            return roles.isEmpty() && !anyStaff;
        }

        boolean allows(Role role) {
            return anyStaff || roles.contains(role.name());
        }

        boolean isCall() {
            return path.startsWith("/api");
        }

        String with(Map<String, String> values) {
            String filled = path;
            for (Map.Entry<String, String> each : values.entrySet()) {
                filled = filled.replaceAll("\\{" + each.getKey() + "(?::[^}]*)?}", each.getValue());
            }
            return filled.replaceAll("\\{[^}]*}", "unknown");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static Map<Role, StaffUser> people() {
        Map<Role, StaffUser> people = new LinkedHashMap<>();
        people.put(Role.REGISTRAR, new StaffUser("desk-tangxiang"));
        people.put(Role.TRIAGE, TRIAGE);
        people.put(Role.DEPARTMENT, new StaffUser("dept-education"));
        people.put(Role.CHIEF, CHIEF);
        people.put(Role.LEADER, new StaffUser("leader"));
        people.put(Role.AUDITOR, new StaffUser("auditor"));
        people.put(Role.ADMIN, new StaffUser("admin"));
        return people;
    }

    static List<Route> routes() throws IOException {
        Path root = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(root.resolve("io/minsheng"))) {
            return files.map(each -> root.relativize(each).toString()).filter(each -> each.endsWith(".class"))
                    .map(each -> loaded(each.substring(0, each.length() - ".class".length()).replace('/', '.')))
                    .filter(each -> each.isAnnotationPresent(jakarta.ws.rs.Path.class)).flatMap(each -> routesOf(each).stream())
                    .sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Route> routesOf(Class<?> type) {
        List<Route> routes = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            Stream.of(method.getAnnotations()).map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                    .filter(each -> each != null).findFirst().ifPresent(verb -> {
                        RolesAllowed roles = either(method, type, RolesAllowed.class);
                        Consumes consumes = either(method, type, Consumes.class);
                        routes.add(new Route(verb.value(), path(type, method), consumes == null ? null : consumes.value()[0],
                                roles == null ? Set.of() : new TreeSet<>(Arrays.asList(roles.value())),
                                roles == null && either(method, type, Authenticated.class) != null));
                    });
        }
        return routes;
    }

    private static <A extends Annotation> A either(Method method, Class<?> type, Class<A> annotation) {
        return Optional.ofNullable(method.getAnnotation(annotation)).orElse(type.getAnnotation(annotation));
    }

    private static String path(Class<?> type, Method method) {
        jakarta.ws.rs.Path own = method.getAnnotation(jakarta.ws.rs.Path.class);
        String whole = "/" + type.getAnnotation(jakarta.ws.rs.Path.class).value() + "/" + (own == null ? "" : own.value());
        return whole.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void isOpenToNobodyButThoseOfItsRule(Route route) {
        String first = route.path().substring(1).replaceAll("/.*", "");
        if (route.open()) {
            boolean known = route.isCall()
                    ? PUBLIC_CALLS.stream().anyMatch(each -> route.path().equals(each) || route.path().startsWith(each + "/"))
                    : PUBLIC_PAGES.contains(first);
            assertThat(known).as(route + " has no rule: who may call it?").isTrue();
            return;
        }
        assertThat(first).as(route + " is for the staff").isIn("staff", "api");
        int stranger = call(given().redirects().follow(false), route, Map.of()).statusCode();
        assertThat(stranger).as(route + " without signing in").isIn(route.isCall() ? List.of(401) : List.of(302, 303, 401));
        PEOPLE.forEach((role, person) -> {
            if (!route.allows(role)) {
                assertThat(call(person.call().redirects().follow(false), route, Map.of()).statusCode())
                        .as(route + " as " + role)
                        .isEqualTo(403);
            } else if (route.method().equals("GET")) {
                assertThat(call(person.call().redirects().follow(false), route, Map.of()).statusCode())
                        .as(route + " as " + role)
                        .isLessThan(500).isNotEqualTo(401);
            }
        });
    }

    @Test
    void aDepartmentSeesNothingOfACaseThatIsNotItsOwn() throws IOException {
        String number = secret();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing",
                "assistDepartments", List.of()));
        String task = TRIAGE.task("EVALUATION", number);
        StaffUser other = new StaffUser("dept-education");

        for (Route route : routes()) {
            boolean direct = route.path().contains("{caseNumber}") || route.path().contains("/tasks");
            if (direct && !route.open() && route.allows(Role.DEPARTMENT)) {
                Response answer = call(other.call().redirects().follow(false).queryParam("q", number), route,
                        Map.of("caseNumber", number, "id", task));
                boolean tellsOfIt = answer.asString().contains("绝密之路") || answer.asString().contains(NAME);
                assertThat(tellsOfIt).as(route + " tells another department of the case").isFalse();
                if (route.path().contains("{")) {
                    assertThat(answer.statusCode()).as(route.toString()).isIn(303, 400, 403, 404, 405, 415);
                }
            }
        }
        for (String page : List.of("/staff?tab=all&q=", "/staff/cases?q=", "/api/v1/cases?q=", "/api/v1/tasks?q=")) {
            assertThat(other.call().get(page + number).asString()).as(page).doesNotContain("绝密之路");
            assertThat(new StaffUser("dept-housing").call().get(page + number).asString()).as(page).contains("绝密之路");
        }
        assertThat(new StaffUser("dept-housing").call().get("/api/v1/cases/" + number).statusCode()).isEqualTo(200);
    }

    @Test
    void aLeaderSeesNoPersonalData() throws IOException {
        String number = secret();
        Handling.evaluated(number);
        TRIAGE.settle("CONCLUSION", number, Map.of("outcome", "NOT_ADOPT", "reason", "条件不成熟"));
        String task = TRIAGE.task("ANSWER", number);
        StaffUser leader = new StaffUser("leader");
        List<Map<String, String>> ids = List.of(
                Map.of("caseNumber", number, "id", task, "campaign", "DZ2025", "code", "DZ2025"),
                Map.of("caseNumber", number, "id", number, "campaign", "DZ2025", "code", "DZ2025"));
        int read = 0;
        for (Route route : routes()) {
            if (route.method().equals("GET") && !route.open() && route.allows(Role.LEADER)) {
                for (Map<String, String> each : ids) {
                    Response answer = call(leader.call().queryParam("q", number), route, each);
                    read += answer.statusCode() == 200 ? 1 : 0;
                    assertThat(Stream.of(NAME, PHONE, EMAIL, "绝密路77").filter(answer.asString()::contains))
                            .as(route + " tells a leader").isEmpty();
                }
            }
        }
        assertThat(read).isGreaterThan(10);
        assertThat(leader.call().get("/api/v1/cases/" + number).asString()).contains("绝密之路");
        assertThat(leader.call().get("/staff/tasks/answer/" + task).statusCode()).isEqualTo(200);
    }

    /** A case whose author and words must not be told. */
    private static String secret() {
        return Submission.web().titled("绝密之路：修一条小路").saying("请修路，联系 " + PHONE + "，我住" + ADDRESS + "，邮箱 " + EMAIL + "。")
                .by(new Proposer(ProposerKind.RESIDENT, NAME, PHONE, EMAIL, ADDRESS, true)).caseNumber();
    }

    @Test
    void whoDraftedDoesNotReleaseOnThePageEither() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (accounts.byUsername("both").isEmpty()) {
                accounts.create("both", "经办兼负责人", "minsheng-demo", "drc-social", Set.of(Role.TRIAGE, Role.CHIEF));
            }
        });
        StaffUser both = new StaffUser("both");
        String number = Handling.declined(Submission.web());
        both.settle("ANSWER", number, Map.of("outcome", "SUBMIT", "text", "您好，现将办理结果答复如下。", "way", "ONLINE"));
        String release = both.claim("ANSWER", number);

        assertThat(both.call().formParam("outcome", "RELEASE").post("/staff/tasks/answer/" + release).statusCode())
                .isEqualTo(403);
        assertThat(both.call(Map.of("outcome", "RELEASE")).post("/api/v1/tasks/" + release + "/complete").statusCode())
                .isEqualTo(403);
        assertThat(both.call(Map.of("ids", List.of(release), "action", "COMPLETE", "body", Map.of("outcome", "RELEASE")))
                .post("/api/v1/tasks/bulk").jsonPath().getInt("results[0].status")).isEqualTo(403);
        assertThat(both.call().get("/staff/tasks/answer/" + release).asString()).contains("由您起草");
    }

    private static Response call(RequestSpecification who, Route route, Map<String, String> values) {
        String path = route.with(values);
        RequestSpecification request = who;
        if (!route.method().equals("GET") && route.consumes() != null) {
            request = switch (route.consumes()) {
                case "application/json" -> who.contentType("application/json").body("{}");
                case "multipart/form-data" -> who.multiPart("nothing", "nothing");
                case "application/x-www-form-urlencoded" -> who.contentType(route.consumes()).body("");
                default -> who.contentType(route.consumes()).body(new byte[] { 1 });
            };
        }
        return request.urlEncodingEnabled(false).request(route.method(), path);
    }
}
