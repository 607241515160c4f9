package io.minsheng.proposal.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.qute.TemplateData;

/**
 * The words of a version of the notice.
 *
 * @param version 1 and up; 0 for words that are not published
 * @param since when it was published; null for words that are not
 */
@TemplateData
public record PrivacyWords(int version, Instant since, Map<PrivacyPart, String> parts) {

    private static final String ITEM = "- ";

    /** A paragraph, or the items of a list. */
    @TemplateData
    public record Block(boolean list, List<String> lines) {
    }

    /** The words of a part; empty if this version has none. */
    public String at(PrivacyPart part) {
        return parts.getOrDefault(part, "");
    }

    /** Whether a box that was ticked, as its form sent it, was about these words: newer ones are agreed to anew. */
    public boolean agreed(String ticked) {
        Integer named = PrivacyNotices.number(ticked);
        return ticked != null && !ticked.isBlank() && (named == null || named == version);
    }

    /** The short words on the form. */
    public String forForm() {
        return at(PrivacyPart.SHORT_WEB);
    }

    /** The short words on the page of a public suggestion. */
    public String forSupport() {
        return at(PrivacyPart.SHORT_SUPPORT);
    }

    /** The short words that a clerk says. */
    public String forDesk() {
        return at(PrivacyPart.SHORT_DESK);
    }

    /** A part as it is to be read: each line a paragraph, lines that begin with "- " a list. */
    public List<Block> blocks(PrivacyPart part) {
        List<Block> blocks = new ArrayList<>();
        for (String line : at(part).lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            boolean item = line.startsWith(ITEM);
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (item && last != null && last.list()) {
                last.lines().add(line.substring(ITEM.length()));
            } else {
                blocks.add(new Block(item, new ArrayList<>(List.of(item ? line.substring(ITEM.length()) : line))));
            }
        }
        return blocks;
    }
}
