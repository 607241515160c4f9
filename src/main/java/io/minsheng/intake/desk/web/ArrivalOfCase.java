package io.minsheng.intake.desk.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.ViewArrivals;

/** How a case came to a desk, for the pages that show cases. */
@Named("arrivalOfCase")
@ApplicationScoped
public class ArrivalOfCase {

    private final ViewArrivals arrivals;
    private final CurrentActor actor;

    ArrivalOfCase(ViewArrivals arrivals, CurrentActor actor) {
        this.arrivals = arrivals;
        this.actor = actor;
    }

    /** As far as the reader of the page may see it; null for cases that came by no desk. */
    public ViewArrivals.Origin of(String caseNumber) {
        return arrivals.of(caseNumber, actor.get()).orElse(null);
    }
}
