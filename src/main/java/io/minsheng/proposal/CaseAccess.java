package io.minsheng.proposal;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.WrongCodes;
import io.minsheng.workflow.WorkItems;

/**
 * Who may see which case, its originals and its author (domain: who uses it). Every call that names a case goes through here.
 */
@ApplicationScoped
public class CaseAccess {

    private final Proposals proposals;
    private final WorkItems items;
    private final QueryCodes codes;
    private final Supports supports;
    private final WrongCodes wrongCodes;

    CaseAccess(Proposals proposals, WorkItems items, QueryCodes codes, Supports supports, WrongCodes wrongCodes) {
        this.proposals = proposals;
        this.items = items;
        this.codes = codes;
        this.supports = supports;
        this.wrongCodes = wrongCodes;
    }

    /**
     * A case the member of staff may see.
     *
     * @throws Refusal 404 unknown or not theirs, without a difference
     */
    public Proposal forStaff(String caseNumber, Actor actor) {
        return proposals.find(caseNumber).filter(each -> maySee(each, actor))
                .orElseThrow(() -> Refusal.notFound(Proposals.UNKNOWN));
    }

    /**
     * A case opened with number and query code.
     *
     * @throws Refusal 404, the same and after the same work for a wrong number and a wrong code; 429 after too many of them
     */
    public Proposal withCode(String caseNumber, String code) {
        Tried tried = tried(caseNumber, code);
        return tried.own() ? proposals.findById(tried.id()) : refuse(tried.number());
    }

    /**
     * A case opened with number and the code of its author or of somebody who supports it.
     *
     * @param own whether it is the author's
     */
    public record Opened(Proposal proposal, boolean own) {
    }

    /**
     * As {@link #withCode}, also for those who support the case: they may look at what everyone may see.
     *
     * @throws Refusal 404, the same and after the same work for a wrong number and a wrong code; 429 after too many of them
     */
    public Opened withAnyCode(String caseNumber, String code) {
        Tried tried = tried(caseNumber, code);
        // a code that is right may be told sooner than a wrong one, but not a wrong code from a wrong number
        boolean opens = tried.own() || supports.opens(tried.id(), codes.digest(tried.number(), tried.code()));
        return opens ? new Opened(proposals.findById(tried.id()), tried.own()) : refuse(tried.number());
    }

    /**
     * Somebody who has opened a case.
     *
     * @param author who it is: the case's author, or somebody who supports it
     * @param own whether it is the case's author
     */
    public record Person(Proposal proposal, Author author, boolean own) {
    }

    /**
     * Whose code it is.
     *
     * @throws Refusal 404, the same and after the same work for a wrong number and a wrong code; 429 after too many of them
     */
    public Person personWithCode(String caseNumber, String code) {
        Opened opened = withAnyCode(caseNumber, code);
        Proposal proposal = opened.proposal();
        Author author = opened.own() ? proposal.author()
                : supports.opened(proposal, codes.digest(proposal.caseNumber(), code)).orElseThrow().supporter();
        return new Person(proposal, author, opened.own());
    }

    /**
     * A number and a code that somebody tried.
     *
     * @param id of the case; empty if there is none
     * @param own whether the code is its author's
     */
    private record Tried(String number, String code, String id, boolean own) {
    }

    /** Reads no more of a case than tells whether the code is right: loading it would take longer than finding none. */
    private Tried tried(String caseNumber, String code) {
        String number = TypedCode.plain(caseNumber);
        String given = code == null ? "" : code;
        wrongCodes.check(number);
        Optional<Proposals.Lock> lock = proposals.lock(number);
        boolean own = codes.matches(number, given, lock.map(Proposals.Lock::codeDigest).orElse(null));
        return new Tried(number, given, lock.map(Proposals.Lock::id).orElse(""), own);
    }

    private <T> T refuse(String number) {
        wrongCodes.note(number);
        throw Refusal.notFound("受理编号或查询码不正确，请核对回执后重试。");
    }

    /** Originals (raw mail, scans, attachments) and full contact data: TRIAGE, CHIEF, the own desk's REGISTRAR. */
    public boolean mayReadOriginals(Proposal proposal, Actor actor) {
        return actor.hasAny(Role.TRIAGE, Role.CHIEF) || isOwnDesk(proposal, actor);
    }

    private boolean maySee(Proposal proposal, Actor actor) {
        return actor.hasAny(Role.TRIAGE, Role.CHIEF, Role.LEADER) || isOwnDesk(proposal, actor)
                || actor.has(Role.DEPARTMENT) && items.everConcerned(proposal.caseNumber(), actor.organisation());
    }

    private static boolean isOwnDesk(Proposal proposal, Actor actor) {
        return actor.has(Role.REGISTRAR) && proposal.desk() != null && proposal.desk().equals(actor.organisation());
    }
}
