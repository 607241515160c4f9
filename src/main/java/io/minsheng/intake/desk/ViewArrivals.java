package io.minsheng.intake.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.intake.desk.DeskEntry.Proxy;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.RevealContact;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.qute.TemplateData;

/** The register of letters, visits and calls: a clerk sees the own desk's, the office all. */
@ApplicationScoped
public class ViewArrivals {

    private static final Map<String, String> SORTS = Map.of("receivedOn", "receivedOn");

    private final Arrivals arrivals;
    private final ArrivalCases cases;
    private final CaseAccess access;
    private final RevealContact reveal;
    private final Vault vault;
    private final ObjectMapper json;
    private final InstantSource clock;

    ViewArrivals(Arrivals arrivals, ArrivalCases cases, CaseAccess access, RevealContact reveal, Vault vault, ObjectMapper json,
            InstantSource clock) {
        this.arrivals = arrivals;
        this.cases = cases;
        this.access = access;
        this.reveal = reveal;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** A line of the register. */
    @TemplateData
    public record Entry(DeskArrival arrival, List<CaseOfArrival> cases) {

        /** It came after the end of the call. */
        public boolean late() {
            return cases.stream().anyMatch(CaseOfArrival::late);
        }
    }

    /** A case that has come of it. */
    @TemplateData
    public record CaseOfArrival(String caseNumber, String title, boolean late) {
    }

    /**
     * How a case came, for its page.
     *
     * @param others further cases of the same letter
     * @param proxy who handed it in, masked; null if nobody else did
     */
    @TemplateData
    public record Origin(DeskArrival arrival, List<CaseOfArrival> others, Proxy proxy) {
    }

    /**
     * A page of the register, the latest received first.
     *
     * @param envelope number of an envelope, or the beginning of one; null or empty for all
     * @throws Refusal 400 no such page, 403 not a clerk
     */
    @Transactional
    public Page<Entry> list(String envelope, Integer page, Integer size, Actor actor) {
        Paging paging = Paging.of(page, size, null, SORTS, "receivedOn,desc");
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (!actor.has(Role.TRIAGE)) {
            if (!actor.has(Role.REGISTRAR) || actor.organisation() == null) {
                throw Refusal.forbidden("您没有登记窗口。");
            }
            values.add(actor.organisation());
            conditions.add("desk = ?" + values.size());
        }
        String wanted = Texts.cleanOrNull(Texts.cleanLine(envelope));
        if (wanted != null) {
            // a beginning is what an index can find; nothing of it is to be read in the language of patterns
            values.add(wanted.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
            conditions.add("envelope like ?" + values.size() + " escape '!'");
        }
        PanacheQuery<DeskArrival> found = conditions.isEmpty() ? arrivals.findAll(paging.order())
                : arrivals.find(String.join(" and ", conditions), paging.order(), values.toArray());
        List<DeskArrival> items = found.page(paging.page(), paging.size()).list();
        Map<String, List<CaseOfArrival>> byArrival = cases.briefs(items).stream().collect(Collectors.groupingBy(
                ArrivalCases.Brief::arrival,
                Collectors.mapping(each -> new CaseOfArrival(each.caseNumber(), each.title(), each.late()),
                        Collectors.toList())));
        return Page.of(items, found.count(), paging)
                .map(each -> new Entry(each, byArrival.getOrDefault(each.id(), List.of())));
    }

    /**
     * How a case came; empty for cases that came by no desk.
     *
     * @throws Refusal 404 unknown or not theirs
     */
    @Transactional
    public Optional<Origin> of(String caseNumber, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        boolean originals = access.mayReadOriginals(proposal, actor);
        return cases.of(proposal).map(found -> new Origin(found.arrival(),
                originals ? cases.cases(found.arrival()).stream().filter(each -> !each.id().equals(proposal.id()))
                        .map(each -> new CaseOfArrival(each.caseNumber(), each.title(), each.late())).toList() : List.of(),
                masked(proxy(proposal, found))));
    }

    /**
     * Who handed a suggestion in for somebody, in the clear: a logged act with a purpose, as with the author's own data.
     *
     * @throws Refusal 400 no purpose, 403 may not see contact data, 404 unknown, not theirs, or nobody did
     */
    @Transactional
    public Proxy revealProxy(String caseNumber, String purpose, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        Proxy proxy = cases.of(proposal).map(each -> proxy(proposal, each))
                .orElseThrow(() -> Refusal.notFound("这条建议没有登记代办人。"));
        reveal.reveal(caseNumber, purpose, actor);
        return proxy;
    }

    /** What somebody has entered last, today: the next letter is likely to be like it. */
    @Transactional
    public Optional<DeskArrival> lastToday(Actor actor) {
        return arrivals.lastBy(actor.username(), Shanghai.startOf(Shanghai.date(clock.instant())));
    }

    private Proxy proxy(Proposal proposal, ArrivalCase found) {
        byte[] opened = vault.open(proposal.author().wrappedKey(), found.sealedProxy());
        try {
            return opened == null ? null : json.readValue(opened, Proxy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Proxy masked(Proxy proxy) {
        return proxy == null ? null
                : new Proxy(Masking.name(proxy.name()), Masking.phone(proxy.phone()), Masking.freeText(proxy.relation()));
    }
}
