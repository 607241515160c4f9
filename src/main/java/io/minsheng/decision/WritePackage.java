package io.minsheng.decision;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;

/** The package for the meeting as a file, made from a frozen list. */
@ApplicationScoped
public class WritePackage {

    private final BuildPackage build;
    private final WriteTable table;
    private final WriteSheet sheet;

    WritePackage(BuildPackage build, WriteTable table, WriteSheet sheet) {
        this.build = build;
        this.table = table;
        this.sheet = sheet;
    }

    /**
     * The table for a word processor.
     *
     * @throws Refusal 403, 404, 409 not frozen yet
     */
    public byte[] docx(String list, Actor actor) {
        return table.docx(build.of(list, actor));
    }

    /**
     * The workbook.
     *
     * @throws Refusal 403, 404, 409 not frozen yet
     */
    public byte[] xlsx(String list, Actor actor) {
        return sheet.xlsx(build.of(list, actor));
    }
}
