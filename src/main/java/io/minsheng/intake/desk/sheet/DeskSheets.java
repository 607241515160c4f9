package io.minsheng.intake.desk.sheet;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.intake.desk.sheet.DeskSheet.State;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The uploaded spreadsheets: a clerk knows the own desk's, the office all. */
@ApplicationScoped
class DeskSheets implements PanacheRepositoryBase<DeskSheet, String> {

    /** @throws Refusal 404 unknown or another desk's */
    DeskSheet of(String id, Actor actor) {
        return seen(findById(id), actor);
    }

    /**
     * As {@link #of}, and nobody else changes it until the transaction ends.
     *
     * @throws Refusal 404
     */
    DeskSheet held(String id, Actor actor) {
        return seen(findById(id, LockModeType.PESSIMISTIC_WRITE), actor);
    }

    DeskSheet held(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<String> running() {
        return getEntityManager()
                .createQuery("select s.id from DeskSheet s where s.state = ?1 order by s.confirmedAt, s.id", String.class)
                .setParameter(1, State.RUNNING).getResultList();
    }

    List<DeskSheet> unconfirmedBefore(Instant moment) {
        return list("state = ?1 and uploadedAt < ?2", State.CHECKED, moment);
    }

    List<DeskSheet> readableDoneBefore(Instant moment) {
        return list("state = ?1 and doneAt < ?2 and wrappedKey is not null", State.DONE, moment);
    }

    private static DeskSheet seen(DeskSheet sheet, Actor actor) {
        boolean own = sheet != null && actor.has(Role.REGISTRAR) && sheet.desk() != null
                && sheet.desk().equals(actor.organisation());
        if (sheet == null || !own && !actor.has(Role.TRIAGE)) {
            throw Refusal.notFound("没有这份表格，或者您无权查看。");
        }
        return sheet;
    }
}
