package io.minsheng.demo;

import java.time.InstantSource;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.OpenCampaign;
import io.minsheng.identity.Accounts;
import io.minsheng.identity.Organisation;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.persistence.Settings;
import io.minsheng.platform.time.Shanghai;
import io.quarkus.runtime.StartupEvent;

/** Fills an empty database with the reference campaign and an account for every role and every department. */
@Singleton
class SetUpDemo {

    private static final Logger LOG = Logger.getLogger(SetUpDemo.class);
    private static final int DAYS_OPEN = 30;

    private final DemoSettings settings;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Campaigns campaigns;
    private final OpenCampaign openCampaign;
    private final Settings kept;
    private final InstantSource clock;

    SetUpDemo(DemoSettings settings, Accounts accounts, Organisations organisations, Campaigns campaigns,
            OpenCampaign openCampaign, Settings kept, InstantSource clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.organisations = organisations;
        this.campaigns = campaigns;
        this.openCampaign = openCampaign;
        this.kept = kept;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes @Priority(300) StartupEvent event) {
        if (!settings.enabled() || accounts.count() > 0 || campaigns.count() > 0) {
            return;
        }
        LOG.warn("demo: accounts with a known password are being created; never use this database for real");
        createAccounts(Accounts.hash(settings.password()));
        openCampaign.open(ReferenceCampaign.openUntil(Shanghai.date(clock.instant()).plusDays(DAYS_OPEN)), Actor.SYSTEM);
        // only a database that was empty gets samples, also if they are loaded by a later start
        kept.put(LoadSamples.STATE, LoadSamples.WANTED);
    }

    private void createAccounts(String hash) {
        accounts.createHashed("admin", "系统管理员", hash, null, Set.of(Role.ADMIN));
        accounts.createHashed("triage", "社会事业科 经办甲", hash, "drc-social", Set.of(Role.TRIAGE));
        accounts.createHashed("triage2", "社会事业科 经办乙", hash, "drc-social", Set.of(Role.TRIAGE));
        accounts.createHashed("chief", "社会事业科 科长", hash, "drc-social", Set.of(Role.CHIEF));
        accounts.createHashed("chief2", "社会事业科 副科长", hash, "drc-social", Set.of(Role.CHIEF));
        accounts.createHashed("desk-tangxiang", "棠香街道 登记窗口", hash, "tangxiang", Set.of(Role.REGISTRAR));
        accounts.createHashed("leader", "区领导", hash, null, Set.of(Role.LEADER));
        accounts.createHashed("auditor", "审计人员", hash, null, Set.of(Role.AUDITOR));
        for (Organisation each : organisations.handling()) {
            accounts.createHashed("dept-" + each.code(), each.shortName() + " 联络员", hash, each.code(),
                    Set.of(Role.DEPARTMENT));
        }
    }
}
