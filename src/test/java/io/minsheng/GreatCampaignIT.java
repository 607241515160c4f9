package io.minsheng;

import io.minsheng.fixture.MailServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(MailServer.class)
class GreatCampaignIT extends GreatCampaign {
}
