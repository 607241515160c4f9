package io.minsheng.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Accounts;
import io.minsheng.platform.error.Refusal;

/** The change log of a list: who added, dropped and edited what, from version to version. */
@ApplicationScoped
public class ReadVersions {

    private final CandidateLists lists;
    private final ListVersions versions;
    private final CompareVersions compare;
    private final Accounts accounts;

    ReadVersions(CandidateLists lists, ListVersions versions, CompareVersions compare, Accounts accounts) {
        this.lists = lists;
        this.versions = versions;
        this.compare = compare;
        this.accounts = accounts;
    }

    /**
     * The versions, newest first.
     *
     * @throws Refusal 404
     */
    @Transactional
    public List<VersionLog> of(String listId) {
        List<ListVersion> all = versions.of(lists.byId(listId));
        Map<String, String> names = accounts.namesOf(all.stream().map(ListVersion::savedBy).distinct().toList());
        List<VersionLog> logs = new ArrayList<>();
        ListVersion before = null;
        for (ListVersion each : all) {
            logs.add(new VersionLog(each.number(), names.get(each.savedBy()), each.savedAt(), each.reason(), each.digest(),
                    each.entries().size(), before == null ? List.of() : compare.between(before.entries(), each.entries())));
            before = each;
        }
        Collections.reverse(logs);
        return logs;
    }
}
