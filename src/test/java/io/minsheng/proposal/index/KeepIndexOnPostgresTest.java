package io.minsheng.proposal.index;

import io.minsheng.fixture.OnPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgres.class)
class KeepIndexOnPostgresTest extends KeepIndexTest {
}
