package io.minsheng.closing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.error.Refusal;

/** Adds up where everything that came in has gone: over all, by channel, category and township. */
@ApplicationScoped
public class Reconcile {

    private final Campaigns campaigns;
    private final CampaignCases cases;

    Reconcile(Campaigns campaigns, CampaignCases cases) {
        this.campaigns = campaigns;
        this.cases = cases;
    }

    /**
     * The sums of now.
     *
     * @throws Refusal 404
     */
    @Transactional
    public Reconciliation of(String campaign) {
        campaigns.byCode(campaign);
        List<CaseGroup> groups = cases.groups(campaign);
        long lost = cases.countUnregistered(campaign);
        Tally total = new Tally();
        groups.forEach(total::add);
        total.addLost(lost);
        Reconciliation sums = new Reconciliation(campaign, total.sums(), by(CaseGroup::channel, groups),
                by(CaseGroup::category, groups), by(group -> group.township() == null ? "" : group.township(), groups), false);
        boolean balanced = lost == 0 && cases.unprocessed(campaign, 1).isEmpty()
                && groups.stream().allMatch(CaseGroup::isConsistent)
                && Stream.of(Stream.of(sums.total()), sums.byChannel().values().stream(), sums.byCategory().values().stream(),
                        sums.byTownship().values().stream()).flatMap(each -> each).allMatch(Sums::balanced);
        return new Reconciliation(campaign, sums.total(), sums.byChannel(), sums.byCategory(), sums.byTownship(), balanced);
    }

    private static <K extends Comparable<K>> Map<K, Sums> by(Function<CaseGroup, K> key, List<CaseGroup> groups) {
        Map<K, Tally> tallies = new TreeMap<>();
        groups.forEach(group -> tallies.computeIfAbsent(key.apply(group), none -> new Tally()).add(group));
        Map<K, Sums> sums = new TreeMap<>();
        tallies.forEach((each, tally) -> sums.put(each, tally.sums()));
        return sums;
    }
}
