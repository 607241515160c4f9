package io.minsheng.proposal;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.privacy.PrivacyNotices;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Who supports which suggestion. */
@ApplicationScoped
public class Supports implements PanacheRepositoryBase<Support, String> {

    private final PrivacyNotices notices;

    Supports(PrivacyNotices notices) {
        this.notices = notices;
    }

    /**
     * Enters one.
     *
     * @param notice the version of the notice on personal data that was shown, or null for the one in force
     */
    void enter(Support support, Integer notice) {
        support.told(notices.shown(notice));
        persist(support);
    }

    /** All of a case, with who they are, oldest first. */
    public List<Support> of(Proposal proposal) {
        return list("from Support s join fetch s.supporter where s.proposal = ?1 order by s.supportedAt, s.id", proposal);
    }

    /** Whether anybody supports the case. */
    public boolean any(Proposal proposal) {
        return count("proposal", proposal) > 0;
    }

    /** The newest of a case, at most so many. */
    public List<Support> newestOf(Proposal proposal, int most) {
        return find("from Support s join fetch s.supporter where s.proposal = ?1 order by s.supportedAt desc, s.id desc",
                proposal).page(0, most).list();
    }

    /** One of this case and no other. */
    Optional<Support> find(Proposal proposal, String id) {
        return find("proposal = ?1 and id = ?2", proposal, id).firstResultOptional();
    }

    /** The one that this code belongs to. */
    Optional<Support> opened(Proposal proposal, String codeDigest) {
        return find("from Support s join fetch s.supporter where s.proposal = ?1 and s.codeDigest = ?2", proposal, codeDigest)
                .firstResultOptional();
    }

    /** What one person supports. */
    public List<Support> by(Author supporter) {
        return list("from Support s join fetch s.proposal where s.supporter = ?1 order by s.supportedAt, s.id", supporter);
    }

    boolean opens(String proposalId, String codeDigest) {
        return count("proposal.id = ?1 and codeDigest = ?2", proposalId, codeDigest) > 0;
    }
}
