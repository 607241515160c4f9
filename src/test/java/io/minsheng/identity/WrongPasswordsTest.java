package io.minsheng.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.minsheng.platform.actor.Role;
import io.minsheng.platform.web.TrustedDesks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WrongPasswordsTest {

    private static final String OFFICE = "10.0.0.1";
    private static final String ATTACKER = "203.0.113.5";
    private static final String PASSWORD = "a long enough password";

    @Inject
    TrustedDesks desks;
    @Inject
    Accounts accounts;
    @Inject
    CheckPassword checkPassword;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2024-10-08T02:00:00Z"));
    private WrongPasswords tries;

    @BeforeEach
    void begin() {
        tries = new WrongPasswords(desks, now::get);
    }

    private void wrong(int times, String username, String address) {
        for (int i = 0; i < times; i++) {
            tries.note(username, address);
        }
    }

    @Test
    void shutAnAccountOnlyForTheAddressTheyComeFrom() {
        wrong(5, "triage", ATTACKER);

        assertThat(tries.shut("triage", ATTACKER)).isTrue();
        assertThat(tries.shut("triage", OFFICE)).isFalse();
        now.set(now.get().plus(Duration.ofMinutes(16)));
        assertThat(tries.shut("triage", ATTACKER)).isFalse();
    }

    @Test
    void shutTheAddressThatTriesManyNames() {
        for (int i = 0; i < 60; i++) {
            wrong(1, "somebody" + i, ATTACKER);
        }

        assertThat(tries.shut("chief", ATTACKER)).isTrue();
        assertThat(tries.shut("chief", OFFICE)).isFalse();
    }

    @Test
    void ofOthersDoNotCountWhereSomebodyHasSignedIn() {
        tries.signedIn("chief", OFFICE);
        wrong(80, "somebody", OFFICE);

        assertThat(tries.shut("chief", OFFICE)).isFalse();
        wrong(5, "chief", OFFICE);
        assertThat(tries.shut("chief", OFFICE)).isTrue();
    }

    @Test
    void fromEverywhereLockNobodyOutWhoIsAtWork() {
        QuarkusTransaction.requiringNew()
                .run(() -> accounts.create("guessed-at", "被猜测", PASSWORD, null, Set.of(Role.AUDITOR)));
        assertThat(checkPassword.check("guessed-at", PASSWORD, OFFICE)).isPresent();
        for (int address = 1; address <= 10; address++) {
            for (int i = 0; i < 5; i++) {
                assertThat(checkPassword.check("guessed-at", "guess " + i, "203.0.114." + address)).isEmpty();
            }
        }

        assertThat(checkPassword.check("guessed-at", PASSWORD, "203.0.114.200")).as("a stranger's address").isEmpty();
        assertThat(checkPassword.check("guessed-at", PASSWORD, OFFICE)).as("the own desk").isPresent();
    }
}
