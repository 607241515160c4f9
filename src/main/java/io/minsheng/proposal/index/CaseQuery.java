package io.minsheng.proposal.index;

import java.util.Collection;
import java.util.Map;

/**
 * A search for cases.
 *
 * @param words what people typed
 * @param facts exact values by the names of {@link SearchCases#FACTS}; null filters nothing
 */
public record CaseQuery(String words, Map<String, String> facts, Reader reader) {

    /**
     * Which cases may be found at all, one or the other.
     *
     * @param all every case
     * @param desk code of a desk whose cases are visible, or null
     * @param numbers cases that are visible for another reason
     */
    public record Reader(boolean all, String desk, Collection<String> numbers) {
    }
}
