package io.minsheng.decision;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.FileNames;

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

    /** @param name 重庆市大足区2025年第1批备选名单-会议材料-DZ2025-第3版.docx */
    public record Written(String name, byte[] content) {
    }

    /**
     * The table for a word processor.
     *
     * @throws Refusal 403, 404, 409 not frozen yet
     */
    public Written docx(String list, Actor actor) {
        MeetingPackage made = build.of(list, actor);
        return new Written(FileNames.clean(made.name() + ".docx"), table.docx(made));
    }

    /**
     * The workbook.
     *
     * @throws Refusal 403, 404, 409 not frozen yet
     */
    public Written xlsx(String list, Actor actor) {
        MeetingPackage made = build.of(list, actor);
        return new Written(FileNames.clean(made.name() + ".xlsx"), sheet.xlsx(made));
    }
}
