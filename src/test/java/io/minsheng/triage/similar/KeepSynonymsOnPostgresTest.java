package io.minsheng.triage.similar;

import io.minsheng.fixture.OnPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgres.class)
class KeepSynonymsOnPostgresTest extends KeepSynonymsTest {
}
