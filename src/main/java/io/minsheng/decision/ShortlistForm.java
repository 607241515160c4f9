package io.minsheng.decision;

import java.util.List;

/**
 * What the contract's SHORTLIST takes: the items that go on the list, in their order.
 *
 * @param reason why it differs from the version before, or null
 */
public record ShortlistForm(String outcome, List<Item> items, String reason) {

    /**
     * An item of the list.
     *
     * @param id of a waiting candidate item
     * @param leads codes of organisations, at least one
     * @param due a date (ISO 8601), 持续推进, or null
     */
    public record Item(String id, String title, String target, List<String> leads, List<String> assists, String due) {
    }
}
