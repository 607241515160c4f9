package io.minsheng.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/**
 * Tells that exceptions changed. The shared picture is taken anew only after the commit; a listener in the same transaction
 * (which recomputes provisional due dates) therefore asks {@link WorkingDays} after the commit as well.
 */
@ApplicationScoped
public class CalendarChange {

    private final Event<YearImported> imported;
    private final WorkingDays workingDays;

    CalendarChange(Event<YearImported> imported, WorkingDays workingDays) {
        this.imported = imported;
        this.workingDays = workingDays;
    }

    void happened(int year) {
        imported.fire(new YearImported(year));
    }

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) YearImported year) {
        workingDays.forget();
    }
}
