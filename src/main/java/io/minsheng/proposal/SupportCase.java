package io.minsheng.proposal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/**
 * 附议: somebody supports a public suggestion. Whoever does so twice, or is its author, gets the same friendly answer and is
 * counted once: a refusal would tell a stranger who has supported what.
 */
@ApplicationScoped
public class SupportCase {

    /** What the person may add. */
    public static final LengthRule WORDS = LengthRule.other("text", "想补充的话");

    private static final LengthRule NAME = LengthRule.other("name", "姓名").needed();

    private final PublicCases publicCases;
    private final Proposals proposals;
    private final Supports supports;
    private final Authors authors;
    private final QueryCodes codes;
    private final InstantSource clock;
    private final Event<Act> acts;

    SupportCase(PublicCases publicCases, Proposals proposals, Supports supports, Authors authors, QueryCodes codes,
            InstantSource clock, Event<Act> acts) {
        this.publicCases = publicCases;
        this.proposals = proposals;
        this.supports = supports;
        this.authors = authors;
        this.codes = codes;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * Enters the support.
     *
     * @return the code by which the person follows the suggestion, in the clear, the only time
     * @throws Refusal 404 unknown or not public; 409 answered already; 400 fields
     */
    @Transactional
    public String support(String caseNumber, Supporter sent) {
        return enter(caseNumber, sent, null, Actor.RESIDENT);
    }

    /**
     * As above, on a page.
     *
     * @param notice the version of the notice on personal data that stood there
     */
    @Transactional
    public String support(String caseNumber, Supporter sent, Integer notice) {
        return enter(caseNumber, sent, notice, Actor.RESIDENT);
    }

    /** As above, entered by a clerk for somebody. */
    @Transactional
    public String support(String caseNumber, Supporter sent, Actor clerk) {
        return enter(caseNumber, sent, null, clerk);
    }

    private String enter(String caseNumber, Supporter sent, Integer notice, Actor by) {
        Proposal proposal = publicCases.byNumber(caseNumber);
        // an answer that is released at the same moment goes to this person, too, or the support comes too late
        proposals.hold(proposal);
        if (!proposal.publicStage().takesSupport()) {
            throw Refusal.conflict("这条建议已有结果，不能再附议。");
        }
        Contact contact = new Contact(Texts.cleanOrNull(Texts.cleanLine(sent.name())), Texts.narrowOrNull(sent.phone()),
                Texts.narrowOrNull(sent.email()), null);
        String words = Texts.cleanOrNull(sent.text());
        check(contact, words, sent.consent());
        Author supporter = authors.create(ProposerKind.RESIDENT, contact, clock.instant());
        String code = codes.create();
        Support support = new Support(proposal, supporter, words, codes.digest(proposal.caseNumber(), code), clock.instant());
        supports.enter(support, notice);
        acts.fire(Act.onCase(by.username(), "SUPPORTED", proposal.caseNumber(), support.id()));
        return code;
    }

    private static void check(Contact contact, String words, Boolean consent) {
        List<Violation> violations = new ArrayList<>();
        NAME.check(contact.name(), violations);
        CheckContact.needOne("", contact.phone(), contact.email(), violations);
        CheckContact.check("", contact.phone(), contact.email(), violations);
        WORDS.check(words, violations);
        if (!Boolean.TRUE.equals(consent)) {
            violations.add(new Violation("consent", "请阅读并同意《个人信息保护说明》。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }
}
