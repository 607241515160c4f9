package io.minsheng.proposal;

import io.minsheng.fixture.OnPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgres.class)
class MergingSequencesOnPostgresTest extends MergingSequences {

    @Override
    int many() {
        return 50;
    }
}
