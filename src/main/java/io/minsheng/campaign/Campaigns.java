package io.minsheng.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.platform.error.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The campaigns. Their rules are read with every suggestion and change hardly ever, so they are kept for a moment. */
@ApplicationScoped
public class Campaigns implements PanacheRepositoryBase<Campaign, String> {

    private static final long FRESH_NANOS = 2_000_000_000L;

    private static final long MAILS_FRESH_NANOS = 60_000_000_000L;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private volatile Mails mails;

    private record Mails(List<String> addresses, long readAt) {
    }

    private record Kept(CampaignRules rules, long readAt) {
    }

    /**
     * The campaign with this code.
     *
     * @throws Refusal 404
     */
    public Campaign byCode(String code) {
        return Optional.ofNullable(code == null ? null : findById(code)).orElseThrow(Campaigns::unknown);
    }

    /**
     * As {@link #byCode}, and nobody else changes it until the transaction ends.
     *
     * @throws Refusal 404
     */
    public Campaign held(String code) {
        return Optional.ofNullable(code == null ? null : findById(code, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(Campaigns::unknown);
    }

    /** Marks a campaign as closed; whether it may be is the closing's business. */
    public void close(Campaign campaign, Instant at) {
        campaign.close(at);
        flush();
        changed(campaign.code());
    }

    /**
     * What a campaign rules, at most two seconds old.
     *
     * @throws Refusal 404
     */
    public CampaignRules rules(String code) {
        Kept now = code == null ? null : kept.get(code);
        if (now == null || System.nanoTime() - now.readAt() > FRESH_NANOS) {
            // in a transaction of its own: nobody's uncommitted change may get into the shared picture
            CampaignRules rules = QuarkusTransaction.requiringNew().call(() -> read(code)).or(() -> read(code))
                    .orElseThrow(Campaigns::unknown);
            now = new Kept(rules, System.nanoTime());
            kept.put(code, now);
        }
        return now.rules();
    }

    /** All campaigns, newest first. */
    public List<Campaign> newestFirst() {
        return list("order by opens desc, code desc");
    }

    /** The campaign that the public sees first: the open one that closes last, else the newest that has begun. */
    public Optional<Campaign> current(Instant now) {
        return find("opens <= ?1 order by closes desc, code desc", now).firstResultOptional();
    }

    /** The campaigns' own e-mail addresses, at most a minute old. */
    public List<String> mails() {
        Mails now = mails;
        if (now == null || System.nanoTime() - now.readAt() > MAILS_FRESH_NANOS) {
            now = new Mails(find("select distinct c.mail from Campaign c").project(String.class).list(), System.nanoTime());
            mails = now;
        }
        return now.addresses();
    }

    /** Forgets what was kept, after a change. */
    public void changed(String code) {
        kept.remove(code);
        mails = null;
    }

    private Optional<CampaignRules> read(String code) {
        return Optional.ofNullable(code == null ? null : findById(code)).map(CampaignRules::of);
    }

    private static Refusal unknown() {
        return Refusal.notFound("没有这个征集活动。");
    }
}
