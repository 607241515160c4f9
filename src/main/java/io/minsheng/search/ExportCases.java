package io.minsheng.search;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Labels;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.ReadersMask;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * A list of cases as a file. Read and written a few hundred at a time, so that a hundred thousand take no more memory than
 * one page. Texts are masked as on the pages; contact data are for those who may read originals, for a purpose. Always a
 * logged act.
 */
@ApplicationScoped
public class ExportCases {

    /** So many at most: what is more than a spreadsheet program opens well. */
    static final int MOST = 100_000;
    private static final int BATCH = 500;
    private static final LengthRule PURPOSE = LengthRule.other("purpose", "用途").needed();

    private final ListCases listCases;
    private final EntityManager entities;
    private final Authors authors;
    private final ReadersMask masks;
    private final Labels labels;
    private final InstantSource clock;
    private final Event<Act> acts;

    ExportCases(ListCases listCases, EntityManager entities, Authors authors, ReadersMask masks, Labels labels,
            InstantSource clock, Event<Act> acts) {
        this.listCases = listCases;
        this.entities = entities;
        this.authors = authors;
        this.masks = masks;
        this.labels = labels;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * What is wanted.
     *
     * @param format xlsx or csv
     * @param contacts whether with name, telephone, e-mail and address
     * @param purpose needed for contacts
     */
    public record Wish(String format, boolean contacts, String purpose) {
    }

    /**
     * Checks and logs the export; the cases are those of this moment, each as it is when it is written.
     *
     * @throws Refusal 400 format, purpose; 403 contacts; 409 too many cases
     */
    @Transactional
    public Export prepare(CaseFilter filter, Paging order, Wish wish, Actor actor) {
        boolean workbook = "xlsx".equals(wish.format());
        List<Violation> violations = new ArrayList<>();
        if (!workbook && !"csv".equals(wish.format())) {
            violations.add(new Violation("format", "格式应为 xlsx 或 csv。"));
        }
        String purpose = Texts.cleanOrNull(wish.purpose());
        if (wish.contacts()) {
            PURPOSE.check(purpose, violations);
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        if (wish.contacts() && !actor.hasAny(Role.TRIAGE, Role.CHIEF)) {
            throw Refusal.forbidden("您不能导出联系方式。");
        }
        List<String> numbers = listCases.numbers(filter, actor, order, MOST + 1);
        if (numbers.size() > MOST) {
            throw Refusal.conflict("结果超过 100,000 件，请缩小范围后导出。");
        }
        acts.fire(new Act(actor.username(), wish.contacts() ? "CASES_EXPORTED_WITH_CONTACTS" : "CASES_EXPORTED", "LIST",
                wish.format(), null, numbers.size() + describe(filter) + (purpose == null ? "" : " " + purpose)));
        return new Export(numbers, workbook, wish.contacts(), actor);
    }

    /** By what was filtered; the words themselves may name somebody. */
    private static String describe(CaseFilter filter) {
        StringBuilder said = new StringBuilder(filter.q() == null ? "" : " q");
        filter.facts().entrySet().stream().filter(each -> each.getValue() != null).sorted(Map.Entry.comparingByKey())
                .forEach(each -> said.append(' ').append(each.getKey()).append('=').append(each.getValue()));
        return said.toString();
    }

    /** A file to be written. */
    public final class Export {

        private final List<String> numbers;
        private final boolean workbook;
        private final boolean contacts;
        private final Actor actor;

        private Export(List<String> numbers, boolean workbook, boolean contacts, Actor actor) {
            this.numbers = numbers;
            this.workbook = workbook;
            this.contacts = contacts;
            this.actor = actor;
        }

        public String fileName() {
            return "案件" + Shanghai.date(clock.instant()) + (workbook ? ".xlsx" : ".csv");
        }

        public String mediaType() {
            return workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8";
        }

        /** Writes the file; closes the stream. */
        public void writeTo(OutputStream out) throws IOException {
            try (Rows rows = workbook ? new WorkbookRows(out) : new CsvRows(out)) {
                rows.add(head());
                for (int i = 0; i < numbers.size(); i += BATCH) {
                    List<String> batch = numbers.subList(i, Math.min(numbers.size(), i + BATCH));
                    for (List<String> row : QuarkusTransaction.requiringNew().call(() -> read(batch))) {
                        rows.add(row);
                    }
                }
            }
        }

        private List<String> head() {
            List<String> head = new ArrayList<>(List.of("受理编号", "建议事项名称", "事项类别", "镇街", "实施地点", "渠道", "收到时间", "截止后收到",
                    "紧急", "环节", "办理结果", "并入", "建议内容"));
            if (contacts) {
                head.addAll(List.of("姓名或单位", "联系电话", "电子邮箱", "联系地址"));
            }
            return head;
        }

        private List<List<String>> read(List<String> batch) {
            // what the index found is read under the reader's rights once more
            CaseCriteria criteria = CaseCriteria.among(batch, actor);
            TypedQuery<Proposal> query = entities.createQuery(
                    "select p from Proposal p join fetch p.author left join fetch p.mergedInto where " + criteria.where(),
                    Proposal.class);
            criteria.parameters().forEach(query::setParameter);
            Map<String, Proposal> found = new HashMap<>();
            query.getResultList().forEach(each -> found.put(each.caseNumber(), each));
            List<List<String>> rows = batch.stream().map(found::get).filter(each -> each != null).map(this::row).toList();
            entities.clear();
            return rows;
        }

        private List<String> row(Proposal each) {
            UnaryOperator<String> mask = masks.of(each, actor);
            List<String> row = new ArrayList<>();
            row.add(each.caseNumber());
            row.add(mask.apply(each.title()));
            row.add(labels.category(each.campaign(), each.category()));
            row.add(labels.township(each.township()));
            row.add(mask.apply(each.place()));
            row.add(each.channel().label());
            row.add(Shanghai.sayTime(each.receivedAt()));
            row.add(each.late() ? "是" : "");
            row.add(each.urgent() ? "是" : "");
            row.add(each.stage().label());
            row.add(each.disposition() == null ? "" : each.disposition().label());
            row.add(each.mergedInto() == null ? "" : each.mergedInto().caseNumber());
            row.add(mask.apply(each.content()));
            if (contacts) {
                Contact contact = authors.contact(each.author());
                row.add(contact.name());
                row.add(contact.phone());
                row.add(contact.email());
                row.add(contact.address());
            }
            return row;
        }
    }
}
