package io.minsheng.proposal;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.CountStatements;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.crypto.MasterKey;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@DisplayName("Guessing numbers and codes")
class GuessingTest {

    private static final String NO_CASE = "DZ2025-999999-9";
    private static final String WRONG = "22222222";
    private static final int TRIES = 200;

    @Inject
    CaseAccess access;
    @Inject
    EntityManagerFactory factory;

    @Test
    void asksTheDatabaseTheSameForNoSuchNumberAndForAWrongCode() {
        String number = Submission.web().caseNumber();
        assertThat(statements(number)).isEqualTo(statements(NO_CASE)).isPositive();
    }

    @Test
    void computesTheSameDigestsForNoSuchNumberAndForAWrongCode() {
        AtomicInteger digests = new AtomicInteger();
        QueryCodes codes = new QueryCodes(new Vault(MasterKey.of(new byte[32])) {

            @Override
            public String digest(String purpose, String text) {
                digests.incrementAndGet();
                return super.digest(purpose, text);
            }
        });
        codes.matches(NO_CASE, WRONG, null);
        int forNone = digests.getAndSet(0);
        codes.matches("DZ2025-000123-7", WRONG, "0123456789abcdef".repeat(4));
        assertThat(digests.get()).isEqualTo(forNone).isPositive();
    }

    @Test
    void takesTheSameTimeForNoSuchNumberAndForAWrongCode() {
        String number = Submission.web().caseNumber();
        List<Long> wrongCode = new ArrayList<>();
        List<Long> noCase = new ArrayList<>();
        for (int i = 0; i < 2 * TRIES; i++) {
            long one = nanos(number);
            long other = nanos(NO_CASE);
            if (i >= TRIES) {
                wrongCode.add(one);
                noCase.add(other);
            }
        }
        assertThat((double) median(wrongCode) / median(noCase)).as("half of the tries alike").isBetween(0.5, 2.0);
    }

    @Test
    void isAnsweredAlikeInEveryPart() {
        String number = Submission.web().caseNumber();
        assertThat(parts(given().queryParam("code", WRONG).get("/api/v1/proposals/" + number)))
                .isEqualTo(parts(given().queryParam("code", WRONG).get("/api/v1/proposals/" + NO_CASE)));
        for (String path : List.of("/track", "/receipt", "/receipt/slip")) {
            assertThat(parts(guess(number).post(path), number)).as(path)
                    .isEqualTo(parts(guess(NO_CASE).post(path), NO_CASE));
        }
    }

    /** Not compressed: the pages repeat the number, and how far that shortens them depends on its digits. */
    private static RequestSpecification guess(String number) {
        return given().config(config().decoderConfig(decoderConfig().noContentDecoders())).formParam("number", number)
                .formParam("code", WRONG);
    }

    private static Map<String, String> parts(Response answer, String number) {
        Map<String, String> parts = parts(answer);
        parts.replaceAll((name, value) -> value.replace(number, "…"));
        return parts;
    }

    private static Map<String, String> parts(Response answer) {
        Map<String, String> parts = answer.headers().asList().stream().filter(each -> !each.getName().equals("date"))
                .collect(Collectors.toMap(each -> each.getName().toLowerCase(), each -> each.getValue(), (one, same) -> one));
        parts.put("status", String.valueOf(answer.statusCode()));
        parts.put("body", answer.asString());
        return parts;
    }

    private long statements(String number) {
        return CountStatements.of(factory, () -> refused(number));
    }

    private long nanos(String number) {
        long begin = System.nanoTime();
        refused(number);
        return System.nanoTime() - begin;
    }

    private void refused(String number) {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> access.withAnyCode(number, WRONG)))
                .isInstanceOf(Refusal.class).extracting("status").isEqualTo(404);
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
