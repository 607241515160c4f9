package io.minsheng.intake.desk.sheet;

import io.minsheng.fixture.OnPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgres.class)
class SheetImportOnPostgresTest extends SheetImport {

    @Override
    int rows() {
        return 60;
    }
}
