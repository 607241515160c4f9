package io.minsheng.intake.desk.sheet;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.crypto.Vault;

/** Keeps what was read of a spreadsheet, sealed, until somebody confirms or it is forgotten. */
@ApplicationScoped
class KeepSheet {

    private final DeskSheets sheets;
    private final SheetRows rows;
    private final SheetEntries entries;
    private final SealedRows sealed;
    private final Vault vault;
    private final InstantSource clock;

    KeepSheet(DeskSheets sheets, SheetRows rows, SheetEntries entries, SealedRows sealed, Vault vault, InstantSource clock) {
        this.sheets = sheets;
        this.rows = rows;
        this.entries = entries;
        this.sealed = sealed;
        this.vault = vault;
        this.clock = clock;
    }

    DeskSheet newSheet(String campaign, String desk, String name, List<String> notes, Actor by) {
        DeskSheet sheet = new DeskSheet(campaign, desk, name, notes, vault.newWrappedKey());
        sheet.uploaded(by.username(), clock.instant());
        return sheet;
    }

    /** @return the sheet's id */
    @Transactional
    String keep(DeskSheet sheet, List<ReadRow.Row> read) {
        sheets.persist(sheet);
        List<SheetRow> kept = read.stream().map(each -> row(sheet, each)).toList();
        Map<String, String> known = entries
                .known(kept.stream().map(SheetRow::digest).filter(Objects::nonNull).distinct().toList());
        Map<String, Integer> first = new HashMap<>();
        for (SheetRow each : kept) {
            if (each.state() == SheetRow.State.READY) {
                Integer above = first.putIfAbsent(each.digest(), each.line());
                if (known.containsKey(each.digest())) {
                    each.known(known.get(each.digest()));
                } else if (above != null) {
                    each.sameAs(above);
                }
            }
        }
        rows.persist(kept);
        return sheet.id();
    }

    private SheetRow row(DeskSheet sheet, ReadRow.Row read) {
        SheetRow row = new SheetRow(sheet, read.line(), read.key() == null ? null : sealed.digest(sheet, read.key()),
                read.entry() == null ? null : sealed.seal(sheet.wrappedKey(), read.entry()));
        if (!read.problems().isEmpty()) {
            row.refuse(read.problems());
        }
        return row;
    }
}
