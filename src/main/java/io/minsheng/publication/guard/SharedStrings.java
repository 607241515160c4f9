package io.minsheng.publication.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The strings that the cells of a workbook refer to by their number, and which of them no cell has used. */
final class SharedStrings {

    static final SharedStrings NONE = new SharedStrings();

    private final List<String> strings = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();

    void add(String string) {
        strings.add(string);
    }

    /** The string with this number; empty where there is none. */
    String use(String number) {
        if (!number.matches("\\d{1,8}") || Integer.parseInt(number) >= strings.size()) {
            return "";
        }
        used.add(Integer.parseInt(number));
        return strings.get(Integer.parseInt(number));
    }

    /** What is left in the file without being shown anywhere. */
    List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < strings.size(); i++) {
            if (!used.contains(i)) {
                unused.add(strings.get(i));
            }
        }
        return unused;
    }
}
