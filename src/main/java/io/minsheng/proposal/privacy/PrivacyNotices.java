package io.minsheng.proposal.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;

import io.minsheng.platform.error.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.qute.TemplateData;

/** All versions of the notice on personal data. The words of a version never change, so they are read once. */
@ApplicationScoped
@Named("privacyNotices")
public class PrivacyNotices implements PanacheRepositoryBase<PrivacyNotice, Integer> {

    private final Map<Integer, PrivacyWords> read = new ConcurrentHashMap<>();

    /**
     * One entry of the list of versions.
     *
     * @param by who published it
     * @param reason why it was changed
     */
    @TemplateData
    public record Version(int version, Instant since, String by, String reason) {
    }

    /** The number of the version in force. */
    @Transactional
    public int inForce() {
        return getEntityManager().createQuery("select coalesce(max(n.version), 0) from PrivacyNotice n", Integer.class)
                .getSingleResult();
    }

    /** The words in force. */
    @Transactional
    public PrivacyWords present() {
        return words(inForce());
    }

    /**
     * The words of a version.
     *
     * @throws Refusal 404
     */
    @Transactional
    public PrivacyWords words(int version) {
        PrivacyWords known = read.get(version);
        if (known == null) {
            known = findByIdOptional(version).map(PrivacyNotice::words).orElseThrow(() -> Refusal.notFound("没有这一版个人信息保护说明。"));
            read.put(version, known);
        }
        return known;
    }

    /**
     * The words that somebody was told.
     *
     * @param version as kept with the case; null, from before versions were kept, for those in force
     */
    @Transactional
    public PrivacyWords told(Integer version) {
        return version == null ? present() : words(version);
    }

    /** The version that somebody was shown: the one named if there is one, else the one in force. */
    public int shown(Integer named) {
        return shown(named, inForce());
    }

    /** As {@link #shown(Integer)}, where the one in force is known. */
    public static int shown(Integer named, int inForce) {
        return named == null || named < 1 || named > inForce ? inForce : named;
    }

    /** The version that a ticked box was about, as its form sent it; null if it names none. */
    public static Integer number(String ticked) {
        return ticked != null && ticked.matches("\\d{1,6}") ? Integer.valueOf(ticked) : null;
    }

    /** Newest first. */
    @Transactional
    public List<Version> versions() {
        return getEntityManager().createQuery("select n.version, n.publishedAt, n.publishedBy, n.reason from PrivacyNotice n "
                + "order by n.version desc", Version.class).getResultList();
    }
}
