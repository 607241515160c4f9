package io.minsheng.intake.desk.sheet;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.minsheng.intake.desk.RegisterEntry;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Receipt;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Makes a case of one row: the case, the row that it has become one, and the entry that keeps it from becoming another, in one
 * transaction. Idempotent.
 */
@ApplicationScoped
class RegisterRow {

    private static final Logger LOG = Logger.getLogger(RegisterRow.class);
    private static final int TRIES = 3;

    private final DeskSheets sheets;
    private final SheetRows rows;
    private final SheetEntries entries;
    private final SealedRows sealed;
    private final RegisterEntry register;
    private final InstantSource clock;

    RegisterRow(DeskSheets sheets, SheetRows rows, SheetEntries entries, SealedRows sealed,
            RegisterEntry register, InstantSource clock) {
        this.sheets = sheets;
        this.rows = rows;
        this.entries = entries;
        this.sealed = sealed;
        this.register = register;
        this.clock = clock;
    }

    /** Whatever is wrong with a row ends with it: the next one follows. */
    void register(String id) {
        try {
            inTransaction(id, this::enter);
        } catch (Refusal refusal) {
            inTransaction(id, (sheet, row) -> row.refuse(words(refusal)));
        } catch (RuntimeException e) {
            LOG.errorf(e, "a row of a spreadsheet could not be registered (%s)", id);
            inTransaction(id, (sheet, row) -> {
                if (row.failed() >= TRIES) {
                    row.refuse(List.of(Problem.ofRow("系统出错，这一行没有登记，请稍后重新上传这份表格。")));
                }
            });
        }
    }

    private void inTransaction(String id, BiConsumer<DeskSheet, SheetRow> act) {
        QuarkusTransaction.requiringNew().run(() -> {
            SheetRow row = rows.held(id);
            if (row.state() == SheetRow.State.READY) {
                act.accept(sheets.findById(row.sheetId()), row);
            }
        });
    }

    private void enter(DeskSheet sheet, SheetRow row) {
        SheetEntry before = entries.findById(row.digest());
        if (before != null) {
            row.known(before.caseNumber());
            return;
        }
        Actor clerk = new Actor(sheet.confirmedBy(), sheet.confirmedBy(), Set.of(), sheet.desk());
        Receipt receipt = register.register(sealed.entry(sheet, row), sheet.desk(), clerk);
        entries.persist(new SheetEntry(row.digest(), receipt.caseNumber(), clock.instant()));
        row.registered(receipt.caseNumber(), sealed.sealCode(sheet, receipt.queryCode()));
    }

    private static List<Problem> words(Refusal refusal) {
        return refusal.violations().isEmpty() ? List.of(Problem.ofRow(refusal.getMessage()))
                : refusal.violations().stream().map(each -> new Problem("", "", each.field(), each.message())).toList();
    }
}
