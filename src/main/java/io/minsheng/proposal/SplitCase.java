package io.minsheng.proposal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.Processes;
import io.minsheng.workflow.RedescribeWorkItems;
import io.minsheng.workflow.WorkItems;

/**
 * Makes several cases of one mail or letter that holds several suggestions (domain: Split). The first part stays the
 * case, with number and query code; each further one gets its own, by the same author, on the same channel and date. What
 * the author wrote is kept and can be read from every part.
 */
@ApplicationScoped
public class SplitCase {

    private static final int MIN_PARTS = 2;
    /** Most parts that one case can be split into at once. */
    public static final int MAX_PARTS = 20;

    private final CaseAccess access;
    private final CheckParts checkParts;
    private final Proposals proposals;
    private final WorkItems items;
    private final RegisterPart registerPart;
    private final SplitNews news;
    private final InstantSource clock;

    SplitCase(CaseAccess access, CheckParts checkParts, Proposals proposals, WorkItems items, RegisterPart registerPart,
            SplitNews news, InstantSource clock) {
        this.access = access;
        this.checkParts = checkParts;
        this.proposals = proposals;
        this.items = items;
        this.registerPart = registerPart;
        this.news = news;
        this.clock = clock;
    }

    /**
     * One suggestion out of several.
     *
     * @param category code of one of the campaign's categories
     */
    public record Part(String title, String category, String content) {
    }

    /**
     * What came of it: the case that was split and the further ones, whose query codes stand here in the clear, the only time.
     */
    public record Result(Proposal parent, List<Proposal.Part> children) {
    }

    /**
     * Splits.
     *
     * @throws Refusal 400 fewer than two parts, too many, or a part that does not pass; 403 not TRIAGE; 404; 409 too late
     */
    @Transactional
    public Result split(String caseNumber, List<Part> parts, Actor actor) {
        Proposal parent = access.forStaff(caseNumber, actor);
        if (!actor.has(Role.TRIAGE)) {
            throw Refusal.forbidden("只有分类整理人员可以拆分案件。");
        }
        if (parts == null || parts.size() < MIN_PARTS || parts.size() > MAX_PARTS) {
            throw Refusal.invalid("parts", "请拆成 " + MIN_PARTS + " 至 " + MAX_PARTS + " 部分。");
        }
        requireInTime(parent);
        checkParts.checked(parent, parts);
        // while nothing is locked: a number may be counted in a transaction of its own, which would wait for this one
        List<String> numbers = registerPart.numbersFor(parent, parts.size() - 1);
        items.holdOpenOn(caseNumber);
        proposals.hold(parent);
        requireInTime(parent);
        List<NewProposal.Wish> wishes = checkParts.checked(parent, parts);
        List<NewProposal.Wish> further = wishes.subList(1, wishes.size());
        Instant now = clock.instant();
        news.keepSource(parent, actor, now);
        parent.rewrite(wishes.get(0));
        List<Proposal.Part> children = new ArrayList<>();
        for (int i = 0; i < further.size(); i++) {
            children.add(registerPart.of(parent, numbers.get(i), further.get(i), actor, now));
        }
        news.tell(parent, children, actor);
        return new Result(parent, children);
    }

    private static void requireInTime(Proposal parent) {
        if (!maySplit(parent.stage())) {
            throw Refusal.conflict("案件现处于“" + parent.stage().label() + "”，不能再拆分。");
        }
    }

    /** Whether a case in this stage can be split; for pages. */
    public static boolean maySplit(Stage stage) {
        return stage == Stage.RECEIVED || stage == Stage.TRIAGE;
    }

    /** Cleans and checks the parts by the rules for suggestions. */
    @ApplicationScoped
    static class CheckParts {

        private final CheckProposal check;

        CheckParts(CheckProposal check) {
            this.check = check;
        }

        List<NewProposal.Wish> checked(Proposal parent, List<Part> parts) {
            List<Violation> violations = new ArrayList<>();
            List<NewProposal.Wish> wishes = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i) == null ? new Part(null, null, null) : parts.get(i);
                NewProposal.Wish wish = CheckProposal
                        .clean(new NewProposal.Wish(part.title(), part.category(), part.content(), null,
                                parent.township(), parent.place(), null, Target.NONE));
                String field = "parts[" + i + "].";
                check.violations(wish, parent.campaign()).stream()
                        .map(each -> new Violation(field + each.field(), each.message())).forEach(violations::add);
                wishes.add(wish);
            }
            if (!violations.isEmpty()) {
                throw Refusal.invalid(violations);
            }
            return wishes;
        }
    }

    /** Registers a further part as a case of its own. */
    @ApplicationScoped
    static class RegisterPart {

        private final Register register;
        private final Attachments attachments;
        private final Processes processes;
        private final RegistrationNews news;

        RegisterPart(Register register, Attachments attachments, Processes processes, RegistrationNews news) {
            this.register = register;
            this.attachments = attachments;
            this.processes = processes;
            this.news = news;
        }

        List<String> numbersFor(Proposal parent, int parts) {
            return register.numbersFor(parent, parts);
        }

        Proposal.Part of(Proposal parent, String number, NewProposal.Wish wish, Actor by, Instant now) {
            Register.Entry entry = register.enterPart(parent, number, wish, by, now);
            Proposal part = entry.proposal();
            if (parent.urgent()) {
                // which part the danger is in only a person can say: better two red cases than a green one
                part.markUrgent(true, parent.urgentReason(), now);
            }
            // the scan or picture speaks of all parts
            attachments.of(parent).forEach(each -> attachments.join(part, each.file(), each.kind(), by));
            part.handledBy(processes.start(ProcessKey.PROPOSAL, part.caseNumber(),
                    Map.of("caseNumber", part.caseNumber(), "campaign", part.campaign())));
            news.tellPart(part, by);
            return new Proposal.Part(part, entry.queryCode());
        }
    }

    /** Keeps what was written and tells of the split. */
    @ApplicationScoped
    static class SplitNews {

        private final SplitSources sources;
        private final Timeline timeline;
        private final RedescribeWorkItems redescribe;
        private final Event<Act> acts;
        private final Event<Proposal.Split> split;

        SplitNews(SplitSources sources, Timeline timeline, RedescribeWorkItems redescribe,
                Event<Act> acts, Event<Proposal.Split> split) {
            this.sources = sources;
            this.timeline = timeline;
            this.redescribe = redescribe;
            this.acts = acts;
            this.split = split;
        }

        void keepSource(Proposal parent, Actor by, Instant now) {
            sources.persist(new SplitSource(parent, by.username(), now));
        }

        void tell(Proposal parent, List<Proposal.Part> children, Actor by) {
            String numbers = children.stream().map(each -> each.proposal().caseNumber()).collect(Collectors.joining("、"));
            timeline.add(parent, new Note("您的来件包含多件建议，已分开登记：本件继续办理第一件，其余为 " + numbers + "。", "拆分出 " + numbers + "，原文保留。"), by);
            redescribe.of(parent.caseNumber());
            acts.fire(Act.onCase(by.username(), "SPLIT", parent.caseNumber(), numbers));
            split.fire(new Proposal.Split(parent, children));
        }
    }
}
