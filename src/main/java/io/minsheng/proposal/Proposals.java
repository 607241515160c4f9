package io.minsheng.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.platform.error.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The register of suggestions. */
@ApplicationScoped
public class Proposals implements PanacheRepositoryBase<Proposal, String> {

    static final String UNKNOWN = "没有这个案件，或者您无权查看。";

    /**
     * The case with this number, for the program's own steps; people go through {@link CaseAccess}.
     *
     * @throws Refusal 404
     */
    public Proposal byNumber(String caseNumber) {
        return find(caseNumber).orElseThrow(() -> Refusal.notFound(UNKNOWN));
    }

    /** The case with this number; asks the database only for cases that this transaction has not seen yet. */
    public Optional<Proposal> find(String caseNumber) {
        return caseNumber == null ? Optional.empty()
                : getSession().bySimpleNaturalId(Proposal.class).loadOptional(caseNumber);
    }

    /** What a query code has to fit. */
    record Lock(String id, String codeDigest) {
    }

    /** The lock of the case with this number, without the case. */
    Optional<Lock> lock(String caseNumber) {
        return getEntityManager()
                .createQuery("select p.id, p.queryCodeDigest from Proposal p where p.caseNumber = :number", Object[].class)
                .setParameter("number", caseNumber).getResultStream()
                .map(each -> new Lock((String) each[0], (String) each[1])).findFirst();
    }

    /** All cases of one author, in the order of their receipt. */
    public List<Proposal> ofAuthor(Author author) {
        return list("author = ?1 order by receivedAt, id", author);
    }

    /** The cases of a candidate item, in the order of their receipt. */
    public List<Proposal> ofItem(String candidateItem) {
        return list("candidateItem = ?1 order by receivedAt, id", candidateItem);
    }

    /** The processes of all cases of the items. */
    public List<String> processesOfItems(Collection<String> candidateItems) {
        return candidateItems.isEmpty() ? List.of()
                : getEntityManager().createQuery("""
                        select p.processInstance from Proposal p where p.candidateItem in :items
                        order by p.receivedAt, p.id""", String.class).setParameter("items", candidateItems).getResultList();
    }

    /** The case at a place of this order, from 0. */
    public Optional<Proposal> ofItem(String candidateItem, int place) {
        return find("candidateItem = ?1 order by receivedAt, id", candidateItem).page(place, 1).firstResultOptional();
    }

    public long countOfItem(String candidateItem) {
        return count("candidateItem", candidateItem);
    }

    public long countOfItem(String candidateItem, Stage stage) {
        return count("candidateItem = ?1 and stage = ?2", candidateItem, stage);
    }

    /** The open cases that are urgent, the newest mark first. */
    public List<Proposal> urgent(int most) {
        return find("urgent = ?1 and disposition is null order by urgentSince desc, id desc", true).page(0, most).list();
    }

    /** Holds everybody else off the case until the transaction ends, and reads what others have made of it meanwhile. */
    public void hold(Proposal proposal) {
        flush();
        getEntityManager().refresh(proposal, LockModeType.PESSIMISTIC_WRITE);
    }
}
