package io.minsheng.proposal;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** Shows an author's personal data in full: a logged act with a purpose. */
@ApplicationScoped
public class RevealContact {

    private static final LengthRule PURPOSE = new LengthRule("purpose", "查看用途", 2, 200);

    private final CaseAccess access;
    private final Authors authors;
    private final Supports supports;
    private final WorkItems items;
    private final Event<Act> acts;

    RevealContact(CaseAccess access, Authors authors, Supports supports, WorkItems items, Event<Act> acts) {
        this.access = access;
        this.authors = authors;
        this.supports = supports;
        this.items = items;
        this.acts = acts;
    }

    /**
     * The contact data in the clear.
     *
     * @throws Refusal 400 no purpose, 403 neither handling the case nor its lead with an open task, 404
     */
    @Transactional
    public Contact reveal(String caseNumber, String purpose, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        String clean = checked(purpose, proposal, actor);
        acts.fire(Act.onCase(actor.username(), "CONTACT_REVEALED", caseNumber, clean));
        return authors.contact(proposal.author());
    }

    /**
     * The contact data of somebody who supports the case, in the clear.
     *
     * @throws Refusal 400 no purpose, 403 as above, 404 no such case or support
     */
    @Transactional
    public Contact revealSupporter(String caseNumber, String support, String purpose, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        Support found = supports.find(proposal, support).orElseThrow(() -> Refusal.notFound("没有这条附议。"));
        String clean = checked(purpose, proposal, actor);
        acts.fire(Act.onCase(actor.username(), "SUPPORTER_REVEALED", caseNumber, support + " " + clean));
        return authors.contact(found.supporter());
    }

    private String checked(String purpose, Proposal proposal, Actor actor) {
        String clean = Texts.clean(purpose);
        List<Violation> violations = new ArrayList<>();
        PURPOSE.check(clean, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        if (!mayReveal(proposal, actor)) {
            throw Refusal.forbidden("您不能查看完整联系方式。");
        }
        return clean;
    }

    /** Whether the person may see the contact data in full, given a purpose. */
    public boolean mayReveal(Proposal proposal, Actor actor) {
        return access.mayReadOriginals(proposal, actor) || leadsNow(proposal.caseNumber(), actor);
    }

    private boolean leadsNow(String caseNumber, Actor actor) {
        return actor.has(Role.DEPARTMENT) && items.openOn(caseNumber).stream()
                .anyMatch(each -> "LEAD".equals(each.part()) && isOf(actor, each));
    }

    private static boolean isOf(Actor actor, WorkItem item) {
        return item.organisation() != null && item.organisation().equals(actor.organisation());
    }
}
