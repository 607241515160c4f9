package io.minsheng.supervision;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Accounts;
import io.minsheng.identity.Organisations;
import io.minsheng.implementation.Projects;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.ReadersMask;
import io.minsheng.workflow.WorkItem;

/**
 * Shows supervisions: the office and leaders all, a department its own, others none. Texts are masked for those who may not
 * read originals.
 */
@ApplicationScoped
public class ViewSupervision {

    private final Supervisions supervisions;
    private final Proposals proposals;
    private final Projects projects;
    private final Organisations organisations;
    private final Accounts accounts;
    private final ReadersMask masks;

    ViewSupervision(Supervisions supervisions, Proposals proposals, Projects projects, Organisations organisations,
            Accounts accounts, ReadersMask masks) {
        this.supervisions = supervisions;
        this.proposals = proposals;
        this.projects = projects;
        this.organisations = organisations;
        this.accounts = accounts;
        this.masks = masks;
    }

    /**
     * The supervision with this id.
     *
     * @throws Refusal 404 unknown or not theirs
     */
    @Transactional
    public SupervisionView view(String id, Actor actor) {
        return Stream.of(supervisions.byId(id)).filter(each -> maySee(each, actor)).map(each -> view(each, actor)).findFirst()
                .orElseThrow(() -> Refusal.notFound(Supervisions.UNKNOWN));
    }

    /** The one that a task is about; the task was opened for its reader already. */
    @Transactional
    public SupervisionView ofTask(WorkItem item, Actor actor) {
        return view(supervisions.ofProcess(item.processInstance()), actor);
    }

    /** Those on a case that the actor may see, oldest first. The case itself was opened for the actor already. */
    @Transactional
    public List<SupervisionView> ofCase(String caseNumber, Actor actor) {
        return seen(supervisions.ofCase(caseNumber), actor);
    }

    /** Those on a project that the actor may see, oldest first. */
    @Transactional
    public List<SupervisionView> ofProject(String project, Actor actor) {
        return seen(supervisions.ofProject(project), actor);
    }

    private List<SupervisionView> seen(List<Supervision> all, Actor actor) {
        return all.stream().filter(each -> maySee(each, actor)).map(each -> view(each, actor)).toList();
    }

    private static boolean maySee(Supervision supervision, Actor actor) {
        return actor.hasAny(Role.TRIAGE, Role.CHIEF, Role.LEADER)
                || actor.has(Role.DEPARTMENT) && supervision.organisation().equals(actor.organisation());
    }

    private SupervisionView view(Supervision each, Actor actor) {
        UnaryOperator<String> mask = mask(each, actor);
        // the department wrote one half of it and was written the other
        UnaryOperator<String> words = actor.has(Role.LEADER) ? mask : text -> text;
        Map<String, String> names = accounts.namesOf(Stream.of(each.judgedBy(), each.repliedBy(), each.interviewBy())
                .filter(Objects::nonNull).distinct().toList());
        return new SupervisionView(each.id(), each.cause(), each.state(),
                mask.apply(subject(each)), each.caseNumber(), each.projectId(),
                each.organisation(), organisations.shortName(each.organisation()), each.openedAt(), each.number(),
                each.judgedBy() == null ? null
                        : new SupervisionView.Notice(words.apply(each.text()), each.dueOn(),
                                words.apply(each.dismissedReason()), names.get(each.judgedBy()), each.judgedAt()),
                each.repliedBy() == null ? null
                        : new SupervisionView.Reply(words.apply(each.reply()), names.get(each.repliedBy()), each.repliedAt()),
                each.interview() == null ? null
                        : new SupervisionView.Talk(each.interview(), words.apply(each.interviewReason()),
                                each.interviewBy() == null ? null : names.get(each.interviewBy()), each.interviewAt()));
    }

    private UnaryOperator<String> mask(Supervision supervision, Actor actor) {
        if (supervision.caseNumber() != null) {
            return masks.of(proposals.byNumber(supervision.caseNumber()), actor);
        }
        return actor.hasAny(Role.TRIAGE, Role.CHIEF) ? text -> text : Masking::freeText;
    }

    private String subject(Supervision supervision) {
        return supervision.caseNumber() == null ? projects.byId(supervision.projectId()).title()
                : proposals.byNumber(supervision.caseNumber()).title();
    }
}
