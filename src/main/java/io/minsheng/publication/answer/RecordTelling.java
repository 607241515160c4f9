package io.minsheng.publication.answer;

import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Contact;

/** The ledger of those who support cases: who still waits for an answer, and that a person has told somebody. */
@ApplicationScoped
public class RecordTelling {

    private static final LengthRule NOTE = LengthRule.other("note", "告知方式").needed();

    private final SupportNotices notices;
    private final Authors authors;
    private final InstantSource clock;
    private final Event<Act> acts;

    RecordTelling(SupportNotices notices, Authors authors, InstantSource clock, Event<Act> acts) {
        this.notices = notices;
        this.authors = authors;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * A row of the ledger.
     *
     * @param title the public one
     * @param contact masked
     */
    public record Row(String id, String caseNumber, String title, Contact contact, SupportNotice notice) {
    }

    /** Those in one state, longest waiting first. */
    @Transactional
    public Page<Row> page(NoticeState state, Paging paging) {
        return notices.page(state, paging)
                .map(each -> new Row(each.id(), each.support().proposal().caseNumber(), each.support().proposal().publicTitle(),
                        authors.contact(each.support().supporter()).masked(), each));
    }

    /**
     * A person has told the answer.
     *
     * @param note how, e.g. by telephone
     * @throws Refusal 400 no note, 403 not TRIAGE, 404, 409 told already or on its way by mail
     */
    @Transactional
    public void told(String id, String note, Actor actor) {
        if (!actor.has(Role.TRIAGE)) {
            throw Refusal.forbidden("只有分类整理人员可以登记告知。");
        }
        String clean = Texts.cleanOrNull(note);
        NOTE.violation(clean).ifPresent(violation -> {
            throw Refusal.invalid(List.of(violation));
        });
        SupportNotice notice = notices.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("没有这条告知事项。"));
        if (notice.state() != NoticeState.WAITING) {
            throw Refusal.conflict("这位附议人现为“" + notice.state().label() + "”，不需要登记。");
        }
        notice.told(Shanghai.date(clock.instant()), actor.username(), clean);
        acts.fire(Act.onCase(actor.username(), "SUPPORTER_TOLD", notice.support().proposal().caseNumber(), id));
    }
}
