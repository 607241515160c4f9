package io.minsheng.campaign;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    private volatile All all;
    private final ReentrantLock reading = new ReentrantLock();
    private final String shared;

    Campaigns(@ConfigProperty(name = "quarkus.datasource.db-kind") String databaseKind) {
        // PostgreSQL holds the row like this for each new case anyway, by its foreign key; H2 knows one lock only
        this.shared = databaseKind.equals("postgresql") ? " for key share" : " for update";
    }

    private record Mails(List<String> addresses, long readAt) {
    }

    private record Kept(CampaignRules rules, long readAt) {
    }

    private record All(List<CampaignRules> newestFirst, long readAt) {
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
     * As {@link #byCode}, and until the transaction ends nobody else changes it or registers a case in it: waits for those who
     * have begun, and they for this one.
     *
     * @throws Refusal 404
     */
    public Campaign held(String code) {
        Campaign campaign = byCode(code);
        locked(code, " for update");
        getEntityManager().refresh(campaign);
        return campaign;
    }

    /**
     * Keeps a campaign from being closed until the transaction ends. To be called as late as possible, and after all case
     * numbers have been taken: those are counted in transactions of their own, which would wait for this one.
     *
     * @throws Refusal 409 it was closed while the case was being registered
     */
    public void stayOpen(String code) {
        if (locked(code, shared) != null) {
            throw Refusal.conflict("征集活动已结案。");
        }
    }

    /** When it was closed, or null; past all that Hibernate remembers and without writing what it has not written yet. */
    private Timestamp locked(String code, String how) {
        return getSession().doReturningWork(connection -> {
            try (PreparedStatement lock = connection
                    .prepareStatement("select closed_at from campaign where code = ?" + how)) {
                lock.setString(1, code);
                try (ResultSet row = lock.executeQuery()) {
                    return row.next() ? row.getTimestamp(1) : null;
                }
            }
        });
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
        return now != null && isFresh(now.readAt()) ? now.rules() : readAgain(code);
    }

    private static boolean isFresh(long readAt) {
        return System.nanoTime() - readAt <= FRESH_NANOS;
    }

    private CampaignRules readAgain(String code) {
        return oneForAll(() -> {
            // in a transaction of its own: nobody's uncommitted change may get into the shared picture
            CampaignRules rules = QuarkusTransaction.requiringNew().call(() -> read(code)).or(() -> read(code))
                    .orElseThrow(Campaigns::unknown);
            kept.put(code, new Kept(rules, System.nanoTime()));
            return rules;
        }, () -> read(code).orElseThrow(Campaigns::unknown));
    }

    /**
     * Of many who find something too old at the same moment, one reads it for all. The others do not wait for that one, who may
     * be waiting for a second connection while they hold all there are: each reads for itself, by the connection that it has.
     */
    private <T> T oneForAll(Supplier<T> shared, Supplier<T> own) {
        if (!reading.tryLock()) {
            return QuarkusTransaction.joiningExisting().call(own::get);
        }
        try {
            return shared.get();
        } finally {
            reading.unlock();
        }
    }

    /** All campaigns, newest first. */
    public List<Campaign> newestFirst() {
        return list("order by opens desc, code desc");
    }

    /** What all campaigns rule, newest first, at most two seconds old. */
    public List<CampaignRules> rulesNewestFirst() {
        All now = all;
        return now != null && isFresh(now.readAt()) ? now.newestFirst() : readAllAgain();
    }

    private List<CampaignRules> readAllAgain() {
        return oneForAll(() -> {
            All now = new All(QuarkusTransaction.requiringNew().call(this::readAll), System.nanoTime());
            all = now;
            return now.newestFirst();
        }, this::readAll);
    }

    private List<CampaignRules> readAll() {
        return newestFirst().stream().map(CampaignRules::of).toList();
    }

    /**
     * The campaign that the public sees first: the open one that closes last, else the newest that has begun. At most two
     * seconds old.
     */
    public Optional<CampaignRules> current(Instant now) {
        return rulesNewestFirst().stream().filter(each -> !each.opens().isAfter(now))
                .max(Comparator.comparing(CampaignRules::closes).thenComparing(CampaignRules::code));
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
        all = null;
    }

    private Optional<CampaignRules> read(String code) {
        return Optional.ofNullable(code == null ? null : findById(code)).map(CampaignRules::of);
    }

    private static Refusal unknown() {
        return Refusal.notFound("没有这个征集活动。");
    }
}
