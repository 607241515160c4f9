package io.minsheng.intake.mail.watch;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class KeptComparisonsTest extends KeptComparisons {
}
