package io.minsheng.intake.desk.sheet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.intake.desk.sheet.SheetRow.State;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The rows of uploaded spreadsheets. */
@ApplicationScoped
class SheetRows implements PanacheRepositoryBase<SheetRow, String> {

    /** How many rows of a sheet are in which state; all states are there. */
    Map<State, Long> counts(DeskSheet sheet) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        for (State each : State.values()) {
            counts.put(each, 0L);
        }
        for (Object[] each : getEntityManager()
                .createQuery("select r.state, count(*) from SheetRow r where r.sheetId = ?1 group by r.state", Object[].class)
                .setParameter(1, sheet.id()).getResultList()) {
            counts.put((State) each[0], (Long) each[1]);
        }
        return counts;
    }

    /** Ids of the next rows to be registered, in their order. */
    List<String> ready(String sheetId, int most) {
        return getEntityManager()
                .createQuery("select r.id from SheetRow r where r.sheetId = ?1 and r.state = ?2 order by r.line", String.class)
                .setParameter(1, sheetId).setParameter(2, State.READY).setMaxResults(most).getResultList();
    }

    /** Holds everybody else off the row until the transaction ends. */
    SheetRow held(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<SheetRow> bad(DeskSheet sheet) {
        return list("sheetId = ?1 and state = ?2 order by line", sheet.id(), State.BAD);
    }

    void deleteOf(DeskSheet sheet) {
        delete("sheetId", sheet.id());
    }
}
