package io.minsheng.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.minsheng.audit.VerifyAudit.Verdict;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.persistence.Settings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AuditTest {

    @Inject
    Event<Act> acts;
    @Inject
    AuditEntries entries;
    @Inject
    SealAudit seal;
    @Inject
    VerifyAudit verify;
    @Inject
    Accounts accounts;
    @Inject
    Settings settings;
    @Inject
    EntityManager entities;

    private final String caseNumber = "T" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void threeSealedActs() {
        for (int i = 1; i <= 3; i++) {
            int number = i;
            QuarkusTransaction.requiringNew()
                    .run(() -> acts.fire(Act.onCase("triage", "TEST", caseNumber, "第 " + number + " 次")));
        }
        seal.seal();
        QuarkusTransaction.requiringNew().run(() -> {
            for (String name : List.of("auditor", "triage")) {
                if (accounts.byUsername(name).isEmpty()) {
                    accounts.create(name, name, "minsheng-demo", null,
                            Set.of(name.equals("auditor") ? Role.AUDITOR : Role.TRIAGE));
                }
            }
        });
    }

    @Test
    void isIntactWhenNobodyTouchedIt() {
        assertThat(verify.verify()).extracting(Verdict::intact, Verdict::unsealed, Verdict::firstBroken).containsExactly(true,
                0L, null);
        assertThat(mine()).extracting(AuditEntry::detail).containsExactly("第 1 次", "第 2 次", "第 3 次");
    }

    @Test
    void keepsNothingOfWhatIsRolledBack() {
        long before = count();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            acts.fire(Act.onCase("triage", "TEST", caseNumber, ""));
            throw new IllegalStateException("undone");
        })).hasMessage("undone");

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void countsWhatIsNotSealedYet() {
        QuarkusTransaction.requiringNew().run(() -> acts.fire(Act.onCase("triage", "TEST", caseNumber, "x".repeat(3000))));

        assertThat(verify.verify()).extracting(Verdict::intact, Verdict::unsealed).containsExactly(true, 1L);
        assertThat(seal.seal()).isEqualTo(1);
        assertThat(verify.verify()).extracting(Verdict::intact, Verdict::unsealed).containsExactly(true, 0L);
    }

    @Test
    void seesAChangedEntry() {
        String id = mine().get(1).id();
        sql("UPDATE audit_entry SET detail = 'nothing happened' WHERE id = '" + id + "'");
        try {
            assertThat(verify.verify()).extracting(Verdict::intact, Verdict::firstBroken).containsExactly(false, id);
        } finally {
            sql("UPDATE audit_entry SET detail = '第 2 次' WHERE id = '" + id + "'");
        }
        assertThat(verify.verify().intact()).isTrue();
    }

    @Test
    void seesARemovedEntry() {
        List<AuditEntry> mine = mine();
        sql("CREATE TABLE gone AS SELECT * FROM audit_entry WHERE id = '" + mine.get(1).id() + "'");
        sql("DELETE FROM audit_entry WHERE id = '" + mine.get(1).id() + "'");
        try {
            assertThat(verify.verify()).extracting(Verdict::intact, Verdict::firstBroken).containsExactly(false,
                    mine.get(2).id());
        } finally {
            sql("INSERT INTO audit_entry SELECT * FROM gone");
            sql("DROP TABLE gone");
        }
    }

    @Test
    void seesARemovedEnd() {
        sql("CREATE TABLE gone AS SELECT * FROM audit_entry WHERE id = '" + mine().get(2).id() + "'");
        sql("DELETE FROM audit_entry WHERE id = '" + mine().get(2).id() + "'");
        try {
            assertThat(verify.verify()).extracting(Verdict::intact, Verdict::firstBroken).containsExactly(false,
                    VerifyAudit.HEAD);
        } finally {
            sql("INSERT INTO audit_entry SELECT * FROM gone");
            sql("DROP TABLE gone");
        }
    }

    @Test
    void seesAChainThatWasComputedAnewWithoutTheKey() {
        AuditEntry last = mine().get(2);
        AuditEntry before = mine().get(1);
        sql("UPDATE audit_entry SET actor = 'somebody' WHERE id = '" + last.id() + "'");
        String digest = Digests.ofEntry(mine().get(2));
        sql("UPDATE audit_entry SET digest = '" + digest + "', chain_digest = '" + Digests.chained(before.chainDigest(), digest)
                + "' WHERE id = '" + last.id() + "'");
        try {
            assertThat(verify.verify()).extracting(Verdict::intact, Verdict::firstBroken).containsExactly(false,
                    VerifyAudit.HEAD);
        } finally {
            sql("UPDATE audit_entry SET actor = 'triage', digest = '" + last.digest() + "', chain_digest = '"
                    + last.chainDigest()
                    + "' WHERE id = '" + last.id() + "'");
        }
    }

    @Test
    void seesAForgedHeadAndStopsSealing() {
        String head = settings.get(ChainHead.SETTING).orElseThrow();
        QuarkusTransaction.requiringNew()
                .run(() -> settings.put(ChainHead.SETTING, "1:" + Digests.GENESIS + ":" + Digests.GENESIS));
        try {
            assertThat(verify.verify()).extracting(Verdict::intact, Verdict::firstBroken).containsExactly(false,
                    VerifyAudit.HEAD);
            assertThatThrownBy(seal::seal).isInstanceOf(IllegalStateException.class);
        } finally {
            QuarkusTransaction.requiringNew().run(() -> settings.put(ChainHead.SETTING, head));
        }
    }

    @Test
    void answersAuditorsOnly() {
        given().when().get("/api/v1/audit/verify").then().statusCode(401);
        given().auth().preemptive().basic("triage", "minsheng-demo").when().get("/api/v1/audit/verify").then().statusCode(403);
        given().auth().preemptive().basic("triage", "minsheng-demo").when().get("/api/v1/audit").then().statusCode(403);
        given().auth().preemptive().basic("auditor", "minsheng-demo").when().get("/api/v1/audit/verify").then().statusCode(200)
                .body("intact", equalTo(true)).body("entries", greaterThanOrEqualTo(3));
    }

    @Test
    void findsTheEntriesOfACase() {
        given().auth().preemptive().basic("auditor", "minsheng-demo").queryParam("caseNumber", caseNumber).queryParam("size", 2)
                .when().get("/api/v1/audit").then().statusCode(200)
                .body("total", equalTo(3)).body("items", hasSize(2)).body("items.caseNumber", everyItem(equalTo(caseNumber)))
                .body("items[0].detail", equalTo("第 3 次")).body("items[0].at", containsString("+08:00"));
        given().auth().preemptive().basic("auditor", "minsheng-demo").queryParam("to", "2020-01-01").when().get("/api/v1/audit")
                .then()
                .statusCode(200).body("total", equalTo(0));
        given().auth().preemptive().basic("auditor", "minsheng-demo").queryParam("from", "gestern").when().get("/api/v1/audit")
                .then()
                .statusCode(400).body("violations[0].field", equalTo("from"));
    }

    @Test
    void showsTheLogOnAPage() {
        given().auth().preemptive().basic("auditor", "minsheng-demo").queryParam("caseNumber", caseNumber).when()
                .get("/staff/audit")
                .then().statusCode(200).body(containsString(caseNumber), containsString("第 3 次"));
        given().auth().preemptive().basic("auditor", "minsheng-demo").when().get("/staff/audit/verify").then().statusCode(200)
                .body(containsString("日志完整"));
    }

    private List<AuditEntry> mine() {
        return QuarkusTransaction.requiringNew().call(() -> entries.list("caseNumber = ?1 order by at, id", caseNumber));
    }

    private long count() {
        return QuarkusTransaction.requiringNew().call(() -> entries.count());
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(statement).executeUpdate());
    }
}
