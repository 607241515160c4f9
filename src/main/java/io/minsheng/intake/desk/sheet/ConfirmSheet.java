package io.minsheng.intake.desk.sheet;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;

/** A clerk has looked at a sheet and says: register what is good in it, or forget it. */
@ApplicationScoped
public class ConfirmSheet {

    private final DeskSheets sheets;
    private final SheetRows rows;
    private final InstantSource clock;
    private final Event<DeskSheet.Confirmed> confirmed;
    private final Event<Act> acts;

    ConfirmSheet(DeskSheets sheets, SheetRows rows, InstantSource clock, Event<DeskSheet.Confirmed> confirmed,
            Event<Act> acts) {
        this.sheets = sheets;
        this.rows = rows;
        this.clock = clock;
        this.confirmed = confirmed;
        this.acts = acts;
    }

    /**
     * Begins to register the good rows; they follow one by one, whatever happens to this node.
     *
     * @throws Refusal 404 unknown or another desk's, 409 confirmed already or nothing to register
     */
    @Transactional
    public void confirm(String id, Actor by) {
        DeskSheet sheet = sheets.held(id, by);
        if (sheet.state() == DeskSheet.State.CHECKED && rows.ready(id, 1).isEmpty()) {
            throw Refusal.conflict("表格里没有可以登记的行。");
        }
        sheet.confirm(by.username(), clock.instant());
        confirmed.fire(new DeskSheet.Confirmed(id));
        // not the name of the file: it may name a person, and the audit can forget nothing
        acts.fire(new Act(by.username(), "SHEET_CONFIRMED", "SHEET", id, null, rows.countsInWords(sheet)));
    }

    /**
     * Forgets a sheet that nobody has confirmed, and all that was read of it.
     *
     * @throws Refusal 404 unknown or another desk's, 409 confirmed already
     */
    @Transactional
    public void drop(String id, Actor by) {
        DeskSheet sheet = sheets.held(id, by);
        if (sheet.state() != DeskSheet.State.CHECKED) {
            throw Refusal.conflict("这份表格已经确认登记，不能放弃。");
        }
        acts.fire(new Act(by.username(), "SHEET_DROPPED", "SHEET", id, null, rows.countsInWords(sheet)));
        rows.deleteOf(sheet);
        sheets.delete(sheet);
    }
}
