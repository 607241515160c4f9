package io.minsheng.proposal;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.file.StoredFile;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The files of the cases. */
@ApplicationScoped
public class Attachments implements PanacheRepositoryBase<Attachment, String> {

    private final InstantSource clock;
    private final Event<Proposal.Changed> changes;

    Attachments(InstantSource clock, Event<Proposal.Changed> changes) {
        this.clock = clock;
        this.changes = changes;
    }

    public List<Attachment> of(Proposal proposal) {
        return list("from Attachment a join fetch a.file where a.proposalId = ?1 order by a.addedAt, a.id", proposal.id());
    }

    /** How many files count for the most that a case may have: all but the mails themselves, which are always kept. */
    public long taken(Proposal proposal) {
        return count("proposalId = ?1 and kind <> ?2", proposal.id(), Attachment.Kind.ORIGINAL);
    }

    /** An attachment of this case and no other. */
    public Optional<Attachment> find(Proposal proposal, String id) {
        return find("from Attachment a join fetch a.file where a.proposalId = ?1 and a.id = ?2", proposal.id(), id)
                .firstResultOptional();
    }

    /**
     * Numbers of the cases of other people, not erased, to which one of these files belongs: as long as there is one, the
     * file is not this person's alone.
     */
    public List<String> casesOfOthers(Collection<String> files, Author person) {
        return files.isEmpty() ? List.of()
                : getEntityManager()
                        .createQuery(
                                """
                                        select distinct p.caseNumber from Attachment a, Proposal p where a.file.id in :files and p.id = a.proposalId
                                        and p.author <> :person and p.author.wrappedKey is not null order by p.caseNumber""",
                                String.class)
                        .setParameter("files", files).setParameter("person", person).getResultList();
    }

    /** How many files of a person's cases belong to cases of other people, not erased, as well. */
    public long sharedBy(Author person) {
        return getEntityManager().createQuery("""
                select count(distinct a.file.id) from Attachment a, Proposal p where p.id = a.proposalId and p.author = :person
                and exists (select 1 from Attachment b, Proposal q where b.file.id = a.file.id and q.id = b.proposalId
                and q.author <> :person and q.author.wrappedKey is not null)""", Long.class).setParameter("person", person)
                .getSingleResult();
    }

    /** Takes a file away from a case; it stays with others. */
    void part(Attachment attachment, Proposal from) {
        delete(attachment);
        changes.fire(new Proposal.Changed(from.id()));
    }

    /** Joins a stored file to a case; for files that need no check because they are originals. */
    public Attachment join(Proposal proposal, StoredFile file, Attachment.Kind kind, Actor by) {
        Attachment attachment = new Attachment(proposal, file, kind, by.username(), clock.instant());
        persist(attachment);
        changes.fire(new Proposal.Changed(proposal.id()));
        return attachment;
    }
}
