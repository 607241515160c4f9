package io.minsheng.publication.answer;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Who of those who support cases has been told which answer. */
@ApplicationScoped
public class SupportNotices implements PanacheRepositoryBase<SupportNotice, String> {

    private static final String WHOLE = "from SupportNotice n join fetch n.support s join fetch s.supporter "
            + "join fetch s.proposal ";

    /** A page in one state, oldest first. */
    Page<SupportNotice> page(NoticeState state, Paging paging) {
        List<SupportNotice> found = find(WHOLE + "where n.state = ?1 order by n.id", state)
                .page(paging.page(), paging.size()).list();
        return Page.of(found, count("state", state), paging);
    }
}
