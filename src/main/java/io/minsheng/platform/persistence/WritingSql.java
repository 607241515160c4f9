package io.minsheng.platform.persistence;

import java.util.regex.Pattern;

/** Tells statements that change or lock something from those that only read; what it does not know counts as a write. */
final class WritingSql {

    private static final Pattern READS = Pattern.compile("[\\s(]*(select|values|explain)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Rows held for a later write, and numbers taken from a sequence. */
    private static final Pattern WRITES_ALL_THE_SAME = Pattern.compile("\\bfor\\s+update\\b|\\bnext\\s+value\\b|\\bnextval\\b",
            Pattern.CASE_INSENSITIVE);

    private WritingSql() {
    }

    static boolean writes(String sql) {
        return !READS.matcher(sql).matches() || WRITES_ALL_THE_SAME.matcher(sql).find();
    }
}
