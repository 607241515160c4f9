package io.minsheng.intake.desk.sheet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.intake.desk.sheet.SheetRow.State;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
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

    /** The counts as the audit keeps them: READY 63, BAD 37. */
    String countsInWords(DeskSheet sheet) {
        return counts(sheet).entrySet().stream().filter(each -> each.getValue() > 0)
                .map(each -> each.getKey() + " " + each.getValue()).collect(Collectors.joining(", "));
    }

    List<SheetRow> bad(DeskSheet sheet) {
        return badOnes(sheet).list();
    }

    /** The first of them. */
    List<SheetRow> bad(DeskSheet sheet, int most) {
        return badOnes(sheet).page(0, most).list();
    }

    private PanacheQuery<SheetRow> badOnes(DeskSheet sheet) {
        return find("sheetId = ?1 and state = ?2 order by line", sheet.id(), State.BAD);
    }

    /** From now on nobody can read what was in the rows of a sheet, whatever has become of them. */
    void forgetEntriesOf(DeskSheet sheet) {
        update("sealedEntry = null where sheetId = ?1 and sealedEntry is not null", sheet.id());
    }

    void deleteOf(DeskSheet sheet) {
        delete("sheetId", sheet.id());
    }
}
