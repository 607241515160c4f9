package io.minsheng.implementation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The livelihood projects. */
@ApplicationScoped
public class Projects implements PanacheRepositoryBase<Project, String> {

    /**
     * The project with this id.
     *
     * @throws Refusal 404
     */
    public Project byId(String id) {
        return findByIdOptional(id).orElseThrow(() -> Refusal.notFound("没有这个项目。"));
    }

    /** Read anew and held until the transaction ends: of two acts on it at once the second finds what the first has done. */
    void hold(Project project) {
        getEntityManager().refresh(project, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The published projects of a campaign, or of all if null; newest list first, in the order of each list. */
    Page<Project> published(String campaign, Paging paging) {
        PanacheQuery<Project> found = campaign == null
                ? find("publishedAt is not null order by publishedAt desc, listId, position, id")
                : find("publishedAt is not null and campaign = ?1 order by publishedAt desc, listId, position, id", campaign);
        return Page.of(found.page(paging.page(), paging.size()).list(), found.count(), paging);
    }

    /** The first of those published last, at most so many. */
    List<Project> newest(String campaign, int most) {
        return find("publishedAt is not null and campaign = ?1 order by publishedAt desc, listId, position, id", campaign)
                .page(0, most).list();
    }

    /** Those of these candidate items that have become a project. */
    public Set<String> itemsAmong(Collection<String> items) {
        return items.isEmpty() ? Set.of()
                : Set.copyOf(getEntityManager()
                        .createQuery("select p.itemId from Project p where p.itemId in :items", String.class)
                        .setParameter("items", items).getResultList());
    }

    /** The project made from a candidate item. */
    public Optional<Project> ofItem(String item) {
        return item == null ? Optional.empty() : find("itemId", item).firstResultOptional();
    }

    /** The projects of a list, in its order. */
    public List<Project> ofList(String list) {
        return list("listId = ?1 order by position, id", list);
    }
}
