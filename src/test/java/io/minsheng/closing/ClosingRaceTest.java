package io.minsheng.closing;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ClosingRaceTest extends ClosingRace {
}
