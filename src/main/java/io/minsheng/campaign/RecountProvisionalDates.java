package io.minsheng.campaign;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.minsheng.calendar.YearImported;
import io.minsheng.workflow.RecomputeDeadlines;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** After the import of a year's calendar the deadlines that touched it as an unknown year are counted again. */
@Singleton
class RecountProvisionalDates {

    private static final Logger LOG = Logger.getLogger(RecountProvisionalDates.class);

    private final RecomputeDeadlines recompute;

    RecountProvisionalDates(RecomputeDeadlines recompute) {
        this.recompute = recompute;
    }

    void imported(@Observes(during = TransactionPhase.AFTER_SUCCESS) YearImported event) {
        int counted = QuarkusTransaction.requiringNew().call(recompute::provisional);
        LOG.infof("year %d imported: %d provisional deadlines counted again", event.year(), counted);
    }
}
