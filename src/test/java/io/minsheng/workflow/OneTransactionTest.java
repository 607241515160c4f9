package io.minsheng.workflow;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OneTransactionTest extends OneTransaction {
}
