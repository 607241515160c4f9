package io.minsheng.triage;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TellingQuestionsTest extends TellingQuestions {
}
