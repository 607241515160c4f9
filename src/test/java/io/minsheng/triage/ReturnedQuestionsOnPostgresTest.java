package io.minsheng.triage;

import io.minsheng.fixture.OnPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgres.class)
class ReturnedQuestionsOnPostgresTest extends ReturnedQuestions {
}
