package io.minsheng.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class SignInTest {

    private static final String SESSION = "minsheng-session";
    private static final String PASSWORD = "minsheng-demo";

    @Inject
    Accounts accounts;
    @Inject
    KeepAccounts keepAccounts;
    @Inject
    FirstAdmin firstAdmin;
    @Inject
    Invitations invitations;
    @ConfigProperty(name = "quarkus.http.auth.session.encryption-key")
    String sessionKey;

    private static RequestSpecification browser() {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    private static Response signIn(String username, String password) {
        return browser().formParam("j_username", username).formParam("j_password", password).post("/login");
    }

    @Nested
    class WithTheForm {

        @Test
        void leadsToTheLoginPageAndBack() {
            given().redirects().follow(false).get("/staff/cases").then().statusCode(302).header("Location",
                    endsWith("/login"));
            given().get("/login").then().statusCode(200).body(containsString("工作人员登录"));

            Response signedIn = signIn("triage", PASSWORD);
            signedIn.then().statusCode(302).header("Location", endsWith("/staff"));
            assertThat(signedIn.detailedCookie(SESSION).isHttpOnly()).isTrue();
            assertThat(signedIn.detailedCookie(SESSION).getSameSite()).isEqualToIgnoringCase("lax");

            String cookie = signedIn.cookie(SESSION);
            browser().cookie(SESSION, cookie).get("/staff").then().statusCode(200).body(containsString("社会事业科 经办甲"));
            browser().cookie(SESSION, cookie).get("/api/v1/tasks").then().statusCode(200);
            browser().cookie(SESSION, cookie).post("/logout").then().statusCode(303).header("Location",
                    endsWith("/login?out=1")).cookie(SESSION, "");
        }

        @Test
        void refusesAWrongPassword() {
            Response refused = signIn("triage2", "wrong");

            refused.then().statusCode(302).header("Location", endsWith("/login?error=1"));
            assertThat(refused.cookie(SESSION)).isNullOrEmpty();
            signIn("nobody-at-all", "wrong").then().statusCode(302).header("Location", endsWith("/login?error=1"));
            given().get("/login?error=1").then().body(containsString("用户名或密码不正确"));
        }

        @Test
        void locksAfterFiveFailures() {
            QuarkusTransaction.requiringNew().run(
                    () -> accounts.create("to-be-locked", "锁定测试", "a long enough password", null, Set.of(Role.TRIAGE)));
            for (int i = 0; i < 4; i++) {
                signIn("to-be-locked", "wrong").then().header("Location", endsWith("/login?error=1"));
            }
            signIn("to-be-locked", "a long enough password").then().header("Location", endsWith("/staff"));
            for (int i = 0; i < 5; i++) {
                signIn("to-be-locked", "wrong " + i).then().header("Location", endsWith("/login?error=1"));
            }

            signIn("to-be-locked", "a long enough password").then().header("Location", endsWith("/login?error=1"));
            given().auth().preemptive().basic("to-be-locked", "a long enough password").get("/api/v1/tasks").then()
                    .statusCode(401);
        }
    }

    @Nested
    class AsAProgram {

        @Test
        void isTold401WithoutARedirect() {
            given().redirects().follow(false).get("/api/v1/tasks").then().statusCode(401)
                    .contentType("application/problem+json").body("status", is(401)).header("Location", nullValue());
            given().redirects().follow(false).auth().preemptive().basic("triage", "wrong").get("/api/v1/tasks").then()
                    .statusCode(401).contentType("application/problem+json").body("status", is(401));
            new StaffUser("triage").call().get("/api/v1/tasks").then().statusCode(200);
        }

        @Test
        void needsNoOriginWithBasic() {
            new StaffUser("triage").call(Map.of("ids", Set.of("x"), "action", "CLAIM")).post("/api/v1/tasks/bulk").then()
                    .statusCode(200);
        }
    }

    @Test
    void refusesRequestsOfOtherSites() {
        String cookie = signIn("chief", PASSWORD).cookie(SESSION);

        given().cookie(SESSION, cookie).header("Sec-Fetch-Site", "cross-site").post("/staff/tasks/x/claim").then()
                .statusCode(403);
        given().cookie(SESSION, cookie).header("Origin", "https://evil.example").post("/api/v1/tasks/x/claim").then()
                .statusCode(403);
        given().cookie(SESSION, cookie).post("/api/v1/tasks/x/claim").then().statusCode(403);
        given().cookie(SESSION, cookie).header("Sec-Fetch-Site", "same-origin").post("/api/v1/tasks/x/claim").then()
                .statusCode(404);
        given().header("Sec-Fetch-Site", "cross-site").formParam("j_username", "chief").formParam("j_password", PASSWORD)
                .post("/login").then().statusCode(403);
    }

    @Test
    void keepsRolesApart() {
        Map<String, Set<String>> mayOpen = Map.of("/staff/cases", Set.of("triage", "chief", "leader", "desk-tangxiang",
                "dept-education"), "/staff/audit", Set.of("auditor"), "/staff/admin/accounts", Set.of("admin"));
        for (String user : Set.of("triage", "chief", "leader", "desk-tangxiang", "dept-education", "auditor", "admin")) {
            mayOpen.forEach((path, users) -> new StaffUser(user).call().get(path).then()
                    .statusCode(users.contains(user) ? 200 : 403));
        }
        new StaffUser("admin").call().redirects().follow(false).get("/staff").then().statusCode(303).header("Location",
                endsWith("/staff/admin/accounts"));
        new StaffUser("auditor").call().redirects().follow(false).get("/staff").then().header("Location",
                endsWith("/staff/audit"));
    }

    @Test
    void hasASessionKeyOfItsOwn() {
        assertThat(sessionKey).hasSizeGreaterThanOrEqualTo(32);
    }

    @Nested
    class TheFirstAdministrator {

        @Test
        void opensAnUnknownLinkNever() {
            given().get("/first-admin/nothing").then().statusCode(404);
        }

        @Test
        void setsAPasswordOnce() {
            // the demo has an admin already, so another name is invited
            String token = QuarkusTransaction.requiringNew().call(() -> invitations.invite("admin-to-be"));
            given().get("/first-admin/" + token).then().statusCode(200).body(containsString("设置管理员密码"));
            browser().formParam("password", "short").formParam("repeated", "short").post("/first-admin/" + token).then()
                    .statusCode(400).body(containsString("密码至少 12 个字符"));
            browser().formParam("password", "long enough, truly").formParam("repeated", "something else")
                    .post("/first-admin/" + token).then().statusCode(400).body(containsString("两次输入的密码不一致"));
            String expired = QuarkusTransaction.requiringNew().call(() -> invitations.invite("admin"));
            given().get("/first-admin/" + expired).then().statusCode(404);

            browser().formParam("password", "long enough, truly").formParam("repeated", "long enough, truly")
                    .post("/first-admin/" + token).then().statusCode(303).header("Location", endsWith("/login"));

            given().get("/first-admin/" + token).then().statusCode(404);
            signIn("admin-to-be", "long enough, truly").then().header("Location", endsWith("/staff"));
        }
    }

    @Nested
    class TheOwnPassword {

        private static final String OLD = "an old long password";
        private static final String NEW = "a new and longer one";

        @Test
        void isChangedByItsOwnerAndEndsAllSessions() {
            QuarkusTransaction.requiringNew()
                    .run(() -> accounts.create("changes-it", "换密码", OLD, null, Set.of(Role.TRIAGE)));
            String here = signIn("changes-it", OLD).cookie(SESSION);
            String elsewhere = signIn("changes-it", OLD).cookie(SESSION);
            browser().cookie(SESSION, here).get("/staff/password").then().statusCode(200).body(containsString("修改密码"));

            change(here, "wrong", NEW, NEW).then().statusCode(400).body(containsString("现在的密码不正确"));
            change(here, OLD, "short", "short").then().statusCode(400).body(containsString("密码至少 12 个字符"));
            change(here, OLD, NEW, NEW + "?").then().statusCode(400).body(containsString("两次输入的密码不一致"))
                    .body(not(containsString(NEW)));
            change(here, OLD, OLD, OLD).then().statusCode(400).body(containsString("不能与现在的密码相同"));
            change(here, OLD, NEW, NEW).then().statusCode(303).header("Location", endsWith("/login?changed=1"));

            for (String over : new String[] { here, elsewhere }) {
                browser().cookie(SESSION, over).get("/staff").then().statusCode(302);
            }
            signIn("changes-it", OLD).then().header("Location", endsWith("/login?error=1"));
            browser().cookie(SESSION, signIn("changes-it", NEW).cookie(SESSION)).get("/staff").then().statusCode(200);
            new StaffUser("auditor").call().get("/api/v1/audit").then().body("items.action", hasItem("PASSWORD_CHANGED"));
        }

        @Test
        void isChangedByAProgramAndGuessedByNobody() {
            QuarkusTransaction.requiringNew()
                    .run(() -> accounts.create("changes-too", "换密码", OLD, null, Set.of(Role.TRIAGE)));
            call(OLD, Map.of("old", OLD, "password", "short")).then().statusCode(400).body("violations.field",
                    hasItem("password"));
            call(OLD, Map.of("old", OLD, "password", NEW)).then().statusCode(204);
            call(OLD, Map.of("old", OLD, "password", NEW)).then().statusCode(401);
            for (int i = 0; i < 5; i++) {
                call(NEW, Map.of("old", "guess " + i, "password", OLD)).then().statusCode(400);
            }
            call(NEW, Map.of("old", NEW, "password", OLD)).then().statusCode(400).body("violations.field", hasItem("old"));
            given().contentType("application/json").body(Map.of()).post("/api/v1/account/password").then().statusCode(401);
        }

        private Response change(String cookie, String old, String password, String repeated) {
            return browser().cookie(SESSION, cookie).formParam("old", old).formParam("password", password)
                    .formParam("repeated", repeated).post("/staff/password");
        }

        private Response call(String password, Map<String, String> body) {
            return given().auth().preemptive().basic("changes-too", password).contentType("application/json").body(body)
                    .post("/api/v1/account/password");
        }
    }

    @Nested
    class Administrators {

        @Test
        void createAndDeactivateAccounts() {
            StaffUser admin = new StaffUser("admin");
            admin.call().formParam("username", "Neu Er").formParam("displayName", "").formParam("password", "short")
                    .post("/staff/admin/accounts").then().statusCode(400).body(containsString("请至少选择一个角色"))
                    .body(containsString("密码至少 12 个字符")).body(containsString("用户名用 2 到 60 个"));
            admin.call().redirects().follow(false).formParam("username", "new-clerk").formParam("displayName", "新登记员")
                    .formParam("organisation", "longshui").formParam("roles", "REGISTRAR")
                    .formParam("password", "first password").post("/staff/admin/accounts").then().statusCode(303);
            admin.call().get("/staff/admin/accounts?done=created").then().body(containsString("new-clerk"))
                    .body(containsString("账号已创建")).body(not(containsString("first password")));
            String cookie = signIn("new-clerk", "first password").cookie(SESSION);
            browser().cookie(SESSION, cookie).get("/staff/cases").then().statusCode(200);

            String id = accounts.byUsername("new-clerk").orElseThrow().id();
            admin.call().redirects().follow(false).post("/staff/admin/accounts/" + id + "/deactivate").then()
                    .statusCode(303);

            browser().cookie(SESSION, cookie).get("/staff/cases").then().statusCode(302);
            signIn("new-clerk", "first password").then().header("Location", endsWith("/login?error=1"));
            new StaffUser("auditor").call().get("/api/v1/audit").then().body("items.action",
                    hasItem("ACCOUNT_DEACTIVATED"));
        }

        @Test
        void cannotLockThemselvesOut() {
            String id = accounts.byUsername("admin").orElseThrow().id();

            new StaffUser("admin").call().post("/staff/admin/accounts/" + id + "/deactivate").then().statusCode(409);
            new StaffUser("triage").call().post("/staff/admin/accounts/" + id + "/deactivate").then().statusCode(403);
        }

        @Test
        void keepAdministrationAndCasesApart() {
            Actor admin = new Actor("admin", "管理员", Set.of(Role.ADMIN), null);

            assertThat(assertThrows(Refusal.class,
                    () -> keepAccounts.create(
                            new NewAccount("admin-and-triage", "兼任", null, Set.of(Role.ADMIN, Role.TRIAGE), "a good long one"),
                            admin))
                    .violations()).singleElement().satisfies(each -> assertThat(each.field()).isEqualTo("roles"));
        }
    }
}
