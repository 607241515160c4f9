package io.minsheng.implementation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.implementation.ProgressPhoto.State;
import io.minsheng.platform.error.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The photos of all reports. */
@ApplicationScoped
public class ProgressPhotos implements PanacheRepositoryBase<ProgressPhoto, String> {

    private static final Set<State> REPORTED = EnumSet.complementOf(EnumSet.of(State.DRAFT));

    /** Those that wait for the next report of a project, in the order in which they were added. */
    public List<ProgressPhoto> drafts(String project) {
        return list("projectId = ?1 and state = ?2 order by id", project, State.DRAFT);
    }

    /** Those nobody has looked at, the oldest first. */
    List<ProgressPhoto> waiting(String project) {
        return list("projectId = ?1 and state = ?2 order by id", project, State.WAITING);
    }

    /** All that came with reports of a project, the newest month and photo first. */
    List<ProgressPhoto> reported(String project) {
        return list("projectId = ?1 and state in ?2 order by month desc, id desc", project, REPORTED);
    }

    /** What of a report may still be taken back. */
    List<ProgressPhoto> withdrawable(ProgressReport report) {
        return list("reportId = ?1 and state in ?2", report.id(), EnumSet.of(State.WAITING, State.PUBLIC));
    }

    /** What everyone may know of several projects: what is public, and what was. The newest first. One statement. */
    List<ProgressPhoto> everPublic(Collection<String> projects) {
        return projects.isEmpty() ? List.of()
                : list("projectId in ?1 and publicAt is not null order by id desc", projects);
    }

    /**
     * One of this project and no other.
     *
     * @throws Refusal 404
     */
    ProgressPhoto ofProject(String project, String id) {
        return find("id = ?1 and projectId = ?2", id, project).firstResultOptional().orElseThrow(ProgressPhotos::unknown);
    }

    /**
     * One that everyone may see, of a project of this campaign.
     *
     * @throws Refusal 404 unknown, or not public, without a difference
     */
    ProgressPhoto publicOf(String campaign, String id) {
        return find("select p from ProgressPhoto p, Project j where p.id = ?1 and p.state = ?2 and j.id = p.projectId"
                + " and j.campaign = ?3", id, State.PUBLIC, campaign).firstResultOptional()
                .orElseThrow(ProgressPhotos::unknown);
    }

    static Refusal unknown() {
        return Refusal.notFound("没有这张照片。");
    }
}
