package io.minsheng.closing;

import java.util.Map;

import io.minsheng.proposal.Disposition;

/**
 * How the cases of one kind ended.
 *
 * @param received how many came in
 * @param byDisposition how many ended how; every disposition is named
 * @param open how many have no disposition yet
 */
public record Sums(long received, Map<Disposition, Long> byDisposition, long open) {

    /** received = adopted + merged + reserved + not adopted + referred + rejected + withdrawn + open (domain: closing). */
    public boolean balanced() {
        return received == open + byDisposition.values().stream().mapToLong(Long::longValue).sum();
    }
}
