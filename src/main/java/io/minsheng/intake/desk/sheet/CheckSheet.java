package io.minsheng.intake.desk.sheet;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.intake.desk.Desks;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.FileNames;
import io.minsheng.platform.text.Texts;

/** Looks at an uploaded spreadsheet: what would be registered, what is known already, and everything that is wrong. */
@ApplicationScoped
public class CheckSheet {

    private static final int NOTE_MAX = 300;

    private final Desks desks;
    private final Campaigns campaigns;
    private final ReadSheet read;
    private final JudgeRow judge;
    private final KeepSheet keep;
    private final InstantSource clock;

    CheckSheet(Desks desks, Campaigns campaigns, ReadSheet read, JudgeRow judge, KeepSheet keep, InstantSource clock) {
        this.desks = desks;
        this.campaigns = campaigns;
        this.read = read;
        this.judge = judge;
        this.keep = keep;
        this.clock = clock;
    }

    /**
     * A spreadsheet as it was sent.
     *
     * @param name as the clerk's computer calls it, may be null
     * @param content read once
     * @param campaign code
     * @param desk code; null for the clerk's own, or none for the office
     */
    public record Upload(String name, InputStream content, String campaign, String desk, SheetDefaults defaults) {
    }

    /**
     * Looks at it. No case comes of it before {@link ConfirmSheet}; what was read is kept sealed and is forgotten by itself.
     *
     * @return its id
     * @throws Refusal 400 unreadable, without the needed columns or beyond a limit, 403 another desk, 404 no such campaign, 409
     *         not begun or closed, 413, 415
     */
    public String check(Upload upload, Actor by) {
        String desk = desks.of(upload.desk(), by);
        CampaignRules campaign = campaigns.rules(upload.campaign());
        CampaignState state = campaign.stateAt(clock.instant());
        if (state != CampaignState.OPEN && state != CampaignState.HANDLING) {
            throw Refusal.conflict("这个征集活动现在不接收建议。");
        }
        Table table = table(read.read(upload.content()), campaign);
        List<ReadRow.Row> rows = table.lines().stream()
                .map(each -> judge.judge(campaign, table.header(), upload.defaults(), each)).toList();
        if (rows.isEmpty()) {
            throw Refusal.invalid("file", "表头下面没有内容。");
        }
        DeskSheet sheet = keep.newSheet(campaign.code(), desk, FileNames.clean(upload.name()), table.notes(), by);
        return keep.keep(sheet, rows);
    }

    private record Table(Header header, List<Line> lines, List<String> notes) {
    }

    /** The first sheet that has the labels; what else lies in the workbook is told, not read. */
    private static Table table(List<Sheet> sheets, CampaignRules campaign) {
        Table found = null;
        List<String> notes = new ArrayList<>();
        for (Sheet each : sheets) {
            Optional<Header> header = Header.in(each, campaign.fields());
            if (header.isPresent() && found == null) {
                found = new Table(header.get(),
                        each.lines().stream().filter(line -> line.number() > header.get().line()).toList(), notes);
            } else if (header.isPresent()) {
                notes.add("工作表“" + each.name() + "”也有征集表的栏目，但没有读取；一次只读一张工作表。");
            }
        }
        if (found == null) {
            throw Refusal.invalid("file", "没有找到表头：表格里至少要有“" + Column.TITLE.label(campaign.fields()) + "”和“"
                    + Column.CONTENT.label(campaign.fields()) + "”两栏，可以下载模板对照。");
        }
        List<String> unknown = found.header().unknown();
        if (!unknown.isEmpty()) {
            notes.add(Texts.shorten("没有读取的栏目：" + String.join("、", unknown.stream().map(Texts::cleanLine).toList()) + "。",
                    NOTE_MAX));
        }
        return found;
    }
}
