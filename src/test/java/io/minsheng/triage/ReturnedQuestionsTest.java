package io.minsheng.triage;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ReturnedQuestionsTest extends ReturnedQuestions {
}
