package io.minsheng;

import io.minsheng.fixture.MailServer;
import io.minsheng.fixture.OnPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnPostgres.class)
@QuarkusTestResource(MailServer.class)
class GreatCampaignOnPostgresIT extends GreatCampaign {
}
