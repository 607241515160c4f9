package io.minsheng.intake.desk.sheet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.intake.desk.DeskEntry;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.qute.TemplateData;

/** Shows uploaded spreadsheets to those who may see them. */
@ApplicationScoped
public class ViewSheets {

    private static final int ROWS = 100;
    private static final Map<String, String> SORTS = Map.of("uploadedAt", "uploadedAt");
    private static final Map<String, String> ROW_SORTS = Map.of("line", "line");

    private final DeskSheets sheets;
    private final SheetRows rows;
    private final SealedRows sealed;
    private final Proposals proposals;
    private final Event<Act> acts;

    ViewSheets(DeskSheets sheets, SheetRows rows, SealedRows sealed, Proposals proposals, Event<Act> acts) {
        this.sheets = sheets;
        this.rows = rows;
        this.proposals = proposals;
        this.sealed = sealed;
        this.acts = acts;
    }

    /** A sheet and how many of its rows are in which state. */
    @TemplateData
    public record View(DeskSheet sheet, Map<SheetRow.State, Long> counts) {

        public long count(String state) {
            return counts.get(SheetRow.State.valueOf(state));
        }

        /** How many rows there are. */
        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * A row as it is shown.
     *
     * @param entry what was read; null if nothing could be, when it has become a case, and when its sheet is done
     * @param title of the row or of its case; empty if there is none
     */
    @TemplateData
    public record RowView(SheetRow row, DeskEntry entry, String title) {
    }

    /** What the receipt of a row needs. */
    @TemplateData
    public record Code(int line, String caseNumber, String queryCode, String title) {
    }

    /** @throws Refusal 404 unknown or another desk's */
    @Transactional
    public View view(String id, Actor actor) {
        DeskSheet sheet = sheets.of(id, actor);
        return new View(sheet, rows.counts(sheet));
    }

    /**
     * The sheets of the own desk, for the office of all, latest first.
     *
     * @throws Refusal 400 no such page, 403 not a clerk
     */
    @Transactional
    public Page<DeskSheet> list(Actor actor, Integer page, Integer size) {
        Paging paging = Paging.of(page, size, null, SORTS, "uploadedAt,desc");
        PanacheQuery<DeskSheet> found;
        if (actor.has(Role.TRIAGE)) {
            found = sheets.findAll(paging.order());
        } else if (actor.has(Role.REGISTRAR) && actor.organisation() != null) {
            found = sheets.find("desk = ?1", paging.order(), actor.organisation());
        } else {
            throw Refusal.forbidden("您没有登记窗口。");
        }
        return Page.of(found.page(paging.page(), paging.size()).list(), found.count(), paging);
    }

    /**
     * Rows of a sheet in their order, a hundred a page unless said otherwise.
     *
     * @param state only these; null for all
     * @throws Refusal 400 no such page, 404
     */
    @Transactional
    public Page<RowView> rows(String id, SheetRow.State state, Integer page, Integer size, Actor actor) {
        DeskSheet sheet = sheets.of(id, actor);
        Paging paging = Paging.of(page, size == null ? ROWS : size, null, ROW_SORTS, "line,asc");
        PanacheQuery<SheetRow> found = state == null ? rows.find("sheetId = ?1", paging.order(), id)
                : rows.find("sheetId = ?1 and state = ?2", paging.order(), id, state);
        List<SheetRow> items = found.page(paging.page(), paging.size()).list();
        Map<String, String> titles = titles(items);
        return Page.of(items, found.count(), paging).map(each -> shown(each, sealed.entry(sheet, each), titles));
    }

    private static RowView shown(SheetRow row, DeskEntry entry, Map<String, String> titles) {
        return new RowView(row, entry,
                entry == null ? titles.getOrDefault(row.caseNumber(), "") : Texts.cleanLine(entry.wish().title()));
    }

    private Map<String, String> titles(List<SheetRow> rows) {
        List<String> numbers = rows.stream().map(SheetRow::caseNumber).filter(Objects::nonNull).toList();
        return numbers.isEmpty() ? Map.of()
                : proposals.list("caseNumber in ?1", numbers).stream()
                        .collect(Collectors.toMap(Proposal::caseNumber, Proposal::title));
    }

    /**
     * All rows with something wrong, in their order.
     *
     * @throws Refusal 404
     */
    @Transactional
    public List<SheetRow> bad(String id, Actor actor) {
        return rows.bad(sheets.of(id, actor));
    }

    /**
     * The first hundred of them.
     *
     * @throws Refusal 404
     */
    @Transactional
    public List<SheetRow> firstBad(String id, Actor actor) {
        return rows.bad(sheets.of(id, actor), ROWS);
    }

    /**
     * Case numbers and query codes of what a sheet has become, for receipts; a logged act.
     *
     * @throws Refusal 400 no such page, 404, 409 the codes are forgotten
     */
    @Transactional
    public Page<Code> codes(String id, Integer page, Integer size, Actor actor) {
        DeskSheet sheet = sheets.of(id, actor);
        if (!sheet.readable()) {
            throw Refusal.conflict("查询码只保留七天，已经删除；需要时请由分类整理人员为案件重新生成查询码。");
        }
        Page<RowView> shown = rows(id, SheetRow.State.DONE, page, size, actor);
        acts.fire(new Act(actor.username(), "SHEET_CODES_SHOWN", "SHEET", id, null, "page " + shown.page()));
        return shown.map(each -> new Code(each.row().line(), each.row().caseNumber(), sealed.code(sheet, each.row()),
                each.title()));
    }
}
