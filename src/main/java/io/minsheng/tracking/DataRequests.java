package io.minsheng.tracking;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Author;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What people have asked about their own data. */
@ApplicationScoped
class DataRequests implements PanacheRepositoryBase<DataRequest, String> {

    /** All of a person, the newest first. */
    List<DataRequest> of(Author author) {
        return list("author = ?1 order by requestedAt desc, id desc", author);
    }

    /**
     * The one that a task is about.
     *
     * @throws Refusal 404 the task is about something else
     */
    DataRequest ofProcess(String processInstance) {
        return find("from DataRequest r join fetch r.author join fetch r.proposal where r.processInstance = ?1",
                processInstance)
                .firstResultOptional().orElseThrow(() -> Refusal.notFound("没有这项任务，或者您无权查看。"));
    }
}
