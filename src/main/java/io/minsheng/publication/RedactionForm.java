package io.minsheng.publication;

import java.util.List;

/**
 * What is to be blacked out.
 *
 * @param version id of a version that was published and corrected since
 * @param reason everyone reads it
 * @param passages words that stand in this version; they go out of every version and draft but the one in force
 * @param fields whole fields of this version
 * @param annexes ids of files of this version; their content is destroyed
 */
public record RedactionForm(String version, String reason, List<String> passages, List<Field> fields, List<String> annexes) {

    /** @param place name of a {@link Place}; {@code project} for those of rows */
    public record Field(String place, String project) {
    }
}
