package io.minsheng.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Puts {@link #MARK} where signs of a text are blacked out. */
final class Blackout {

    /** What everyone reads instead. */
    static final String MARK = "【已遮盖个人信息】";

    private Blackout() {
    }

    /** Signs from {@code start} to before {@code end}. */
    record Range(int start, int end) {
    }

    /** Where the passage stands in the text; occurrences may overlap. */
    static List<Range> find(String text, String passage) {
        List<Range> found = new ArrayList<>();
        for (int at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
            found.add(new Range(at, at + passage.length()));
        }
        return found;
    }

    /** Ranges that overlap or touch become one, so that nothing is left between two marks. */
    static List<Range> united(List<Range> ranges) {
        List<Range> united = new ArrayList<>();
        for (Range each : ranges.stream().sorted(Comparator.comparingInt(Range::start)).toList()) {
            Range last = united.isEmpty() ? null : united.get(united.size() - 1);
            if (last != null && each.start() <= last.end()) {
                united.set(united.size() - 1, new Range(last.start(), Math.max(last.end(), each.end())));
            } else {
                united.add(each);
            }
        }
        return united;
    }

    /** What of these words is marked; the marks are of the version that holds them. */
    static List<Range> of(PlacedText words, Collection<RedactionMark> marks) {
        return marks.stream().filter(each -> words.isAt(each.place(), each.project()))
                .map(each -> new Range(each.start(), each.end())).toList();
    }

    /** @param ranges of this very text */
    static String of(String text, List<Range> ranges) {
        StringBuilder blacked = new StringBuilder();
        int at = 0;
        for (Range each : united(ranges)) {
            blacked.append(text, at, each.start()).append(MARK);
            at = each.end();
        }
        return blacked.append(text, at, text.length()).toString();
    }
}
