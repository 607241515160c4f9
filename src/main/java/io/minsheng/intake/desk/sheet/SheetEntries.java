package io.minsheng.intake.desk.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Which rows have become which cases. */
@ApplicationScoped
class SheetEntries implements PanacheRepositoryBase<SheetEntry, String> {

    private static final int AT_ONCE = 500;

    /** Case numbers of those of the rows that have come in before, by their digests. */
    Map<String, String> known(List<String> digests) {
        Map<String, String> known = new HashMap<>();
        for (int from = 0; from < digests.size(); from += AT_ONCE) {
            list("digest in ?1", digests.subList(from, Math.min(digests.size(), from + AT_ONCE)))
                    .forEach(each -> known.put(each.digest(), each.caseNumber()));
        }
        return known;
    }
}
