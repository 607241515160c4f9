package io.minsheng;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import io.minsheng.fixture.MailServer;

@QuarkusTest
@QuarkusTestResource(MailServer.class)
class WholeLifeTest extends WholeLife {
}
