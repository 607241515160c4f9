package io.minsheng.proposal.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A search for cases.
 *
 * @param words what people typed; null for every case
 * @param facts exact values by the names of {@link SearchCases#FACTS} (light: a name of {@code Light}; month: 2024-10); a
 *        null filters nothing
 */
public record CaseQuery(String words, Map<String, String> facts, Reader reader) {

    /** The same with one of the filters set so; null for without it. */
    CaseQuery with(String fact, String value) {
        Map<String, String> others = new HashMap<>(facts);
        others.put(fact, value);
        return new CaseQuery(words, others, reader);
    }

    /**
     * Which cases may be found at all, one or the other.
     *
     * @param all every case
     * @param desk code of a desk whose cases are visible, or null
     * @param numbers cases that are visible for another reason
     * @param originals whether the texts of files may be searched, too
     */
    public record Reader(boolean all, String desk, Collection<String> numbers, boolean originals) {
    }
}
