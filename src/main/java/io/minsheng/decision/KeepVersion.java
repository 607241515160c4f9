package io.minsheng.decision;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.minsheng.decision.ListVersion.Entry;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Tallies;
import io.minsheng.proposal.Tallies.Tally;

/** Keeps a list as it stands as its next version. */
@Singleton
class KeepVersion {

    private final ListVersions versions;
    private final Tallies tallies;
    private final InstantSource clock;

    KeepVersion(ListVersions versions, Tallies tallies, InstantSource clock) {
        this.versions = versions;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** @param items in their order, as they are planned now */
    ListVersion of(CandidateList list, List<CandidateItem> items, String reason, Actor by) {
        Map<String, Tally> counted = tallies.ofItems(items.stream().map(CandidateItem::id).toList());
        List<Entry> entries = items.stream().map(each -> entry(each, counted.get(each.id()))).toList();
        int number = versions.lastOf(list).map(ListVersion::number).orElse(0) + 1;
        ListVersion version = new ListVersion(list, number, entries, reason, by.username(), clock.instant());
        versions.persist(version);
        list.nowIn(number);
        return version;
    }

    private static Entry entry(CandidateItem item, Tally tally) {
        return new Entry(item.id(), item.title(), item.target(), item.leads(), item.assists(), item.due(), tally.suggestions(),
                tally.people());
    }
}
