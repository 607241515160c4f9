package io.minsheng.intake.mail.watch;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.Outbox;
import io.minsheng.platform.persistence.Leases;
import io.minsheng.platform.persistence.NodeName;
import io.quarkus.scheduler.Scheduled;

/** Once a day, on one node: compares the mailboxes with what is stored and sends the administrator the digest. */
@ApplicationScoped
class EveryMorning {

    private static final Logger LOG = Logger.getLogger(EveryMorning.class);
    /** Longer than clocks of nodes differ, shorter than a day. */
    private static final Duration LEASE = Duration.ofHours(1);

    private final Optional<String> administrator;
    private final Reconcile reconcile;
    private final ComposeDigest compose;
    private final Outbox outbox;
    private final Leases leases;
    private final NodeName node;

    /**
     * @param administrator MINSHENG_ADMIN_MAIL: where the digest goes; nothing is sent without it
     */
    EveryMorning(@ConfigProperty(name = "minsheng.admin-mail") Optional<String> administrator, Reconcile reconcile,
            ComposeDigest compose, Outbox outbox, Leases leases, NodeName node) {
        this.administrator = administrator;
        this.reconcile = reconcile;
        this.compose = compose;
        this.outbox = outbox;
        this.leases = leases;
        this.node = node;
    }

    @Scheduled(identity = "every-morning", cron = "${minsheng.admin-daily:0 30 6 * * ?}", timeZone = "Asia/Shanghai")
    void begin() {
        if (leases.tryAcquire("every-morning", node.value(), LEASE)) {
            run();
        }
    }

    void run() {
        Reconcile.Comparison compared = reconcile.compare();
        if (!compared.missing().isEmpty()) {
            LOG.warnf("与邮箱对账：有 %d 封邮件尚未入库。", compared.missing().size());
        }
        administrator.filter(each -> !each.isBlank())
                .ifPresent(to -> outbox.notify(MailKind.DIGEST, to, compose.letter(compose.now())));
    }
}
