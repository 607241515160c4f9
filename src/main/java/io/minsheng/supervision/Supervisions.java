package io.minsheng.supervision;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.error.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All supervisions. */
@ApplicationScoped
public class Supervisions implements PanacheRepositoryBase<Supervision, String> {

    static final String UNKNOWN = "没有这项督办，或者您无权查看。";
    private static final String RUNS = " and (state in ('NOTICE', 'ISSUED') or interview = 'PROPOSED')";

    /**
     * The supervision with this id, for the program's own steps; people go through {@link ViewSupervision}.
     *
     * @throws Refusal 404
     */
    public Supervision byId(String id) {
        return findByIdOptional(id).orElseThrow(() -> Refusal.notFound(UNKNOWN));
    }

    /** The one whose process this is. */
    Supervision ofProcess(String instance) {
        return find("processInstance", instance).firstResultOptional().orElseThrow(() -> Refusal.notFound(UNKNOWN));
    }

    boolean runsOnPart(String part) {
        return count("partId = ?1" + RUNS, part) > 0;
    }

    boolean runsOnProject(String project) {
        return count("projectId = ?1" + RUNS, project) > 0;
    }

    /** Where the chief has not decided yet. */
    Optional<Supervision> undecidedOnCase(String caseNumber, String organisation) {
        return find("caseNumber = ?1 and organisation = ?2 and state = ?3", caseNumber, organisation,
                SupervisionState.NOTICE).firstResultOptional();
    }

    /** Where the chief has not decided yet. */
    Optional<Supervision> undecidedOnProject(String project) {
        return find("projectId = ?1 and state = ?2", project, SupervisionState.NOTICE).firstResultOptional();
    }

    List<Supervision> ofCase(String caseNumber) {
        return list("caseNumber = ?1 order by openedAt, id", caseNumber);
    }

    List<Supervision> ofProject(String project) {
        return list("projectId = ?1 order by openedAt, id", project);
    }

    /** The next number of a campaign's notices in a year; two that take it at once: the second is told to try again. */
    int nextNumber(String campaign, int year) {
        return getEntityManager().createQuery("""
                select coalesce(max(s.issueNumber), 0) from Supervision s
                where s.campaign = :campaign and s.issueYear = :issued""", Integer.class)
                .setParameter("campaign", campaign).setParameter("issued", year).getSingleResult() + 1;
    }
}
