package io.minsheng.intake.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;

/** What was entered at desks: a clerk sees the own desk's cases, the office all. */
@ApplicationScoped
public class DeskCases {

    private static final Set<Channel> AT_DESKS = EnumSet.of(Channel.LETTER, Channel.DESK, Channel.PHONE);
    /** Ids grow with time; numbers do so only within a campaign. */
    private static final Sort LATEST_FIRST = Sort.descending("id");
    private static final Map<String, String> SORTS = Map.of("registered", "id");

    private final Proposals proposals;

    DeskCases(Proposals proposals) {
        this.proposals = proposals;
    }

    /**
     * One page, the last registered first.
     *
     * @throws Refusal 400 no such page, 403 not a clerk
     */
    @Transactional
    public Page<Proposal> of(Actor actor, Integer page) {
        Paging paging = Paging.of(page, null, null, SORTS, "registered,desc");
        PanacheQuery<Proposal> found = found(actor);
        List<Proposal> items = found.page(paging.page(), paging.size()).list();
        return Page.of(items, found.count(), paging);
    }

    private PanacheQuery<Proposal> found(Actor actor) {
        if (actor.has(Role.TRIAGE)) {
            return proposals.find("channel in ?1", LATEST_FIRST, AT_DESKS);
        }
        if (!actor.has(Role.REGISTRAR) || actor.organisation() == null) {
            throw Refusal.forbidden("您没有登记窗口。");
        }
        return proposals.find("desk = ?1", LATEST_FIRST, actor.organisation());
    }
}
