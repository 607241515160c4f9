package io.minsheng.proposal;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.platform.error.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Which case is merged into which: the way up to the main case, and down to all members. */
@ApplicationScoped
public class MergedCases implements PanacheRepositoryBase<Merging, String> {

    /** All cases below one, with those that are merged into members; one statement however deep. */
    private static final String BELOW = """
            with recursive below(id) as (
                select p.id from proposal p where p.merged_into = :main
                union all
                select p.id from below b join proposal p on p.merged_into = b.id)
            select id from below""";

    /** The case that stands for this one: the root of the chain, itself when it is not merged. */
    public Proposal mainOf(Proposal proposal) {
        Proposal main = proposal;
        while (main.mergedInto() != null) {
            main = main.mergedInto();
        }
        return main;
    }

    /** All that is merged into the case, directly or through another member; earliest first. */
    public List<Merging> below(Proposal main) {
        List<?> ids = getEntityManager().createNativeQuery(BELOW).setParameter("main", main.id()).getResultList();
        return ids.isEmpty() ? List.of()
                : list("from Merging m join fetch m.member p join fetch p.author where p.id in ?1 and m.undoneAt is null"
                        + " order by m.mergedAt, m.id", ids);
    }

    /** Whether anything is merged into the case. */
    public boolean hasMembers(Proposal main) {
        return count("into = ?1 and undoneAt is null", main) > 0;
    }

    List<Proposal> directlyIn(Proposal main) {
        return getEntityManager().createQuery("from Proposal p where p.mergedInto = ?1 order by p.id", Proposal.class)
                .setParameter(1, main).getResultList();
    }

    /** How the case is merged now, or was when it was answered; empty when it never was, or was taken out. */
    public Optional<Merging> of(Proposal member) {
        return find("member = ?1 and undoneAt is null order by mergedAt desc, id desc", member).firstResultOptional();
    }

    /** The case itself and every case it is merged into, up to the main one. */
    Set<Proposal> wayUp(Proposal proposal) {
        Set<Proposal> way = new LinkedHashSet<>();
        for (Proposal each = proposal; each != null && way.add(each);) {
            each = each.mergedInto();
        }
        return way;
    }

    /**
     * Holds everybody else off these cases and all they are merged into until the transaction ends, and reads them anew.
     * Since a merge joins two main cases, holding both keeps two people from merging in a circle.
     *
     * @throws Refusal 409 when somebody has just merged one of them elsewhere
     */
    void hold(Proposal... cases) {
        Set<Proposal> held = new LinkedHashSet<>();
        Stream.of(cases).map(this::wayUp).forEach(held::addAll);
        getEntityManager().flush();
        held.stream().sorted(Comparator.comparing(Proposal::id))
                .forEach(each -> getEntityManager().refresh(each, LockModeType.PESSIMISTIC_WRITE));
        if (!Stream.of(cases).allMatch(each -> held.containsAll(wayUp(each)))) {
            throw Refusal.conflict("刚才有人同时合并了同一案件，请刷新后重试。");
        }
    }
}
