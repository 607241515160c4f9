package io.minsheng.implementation;

import java.util.List;

/**
 * What completes REVIEW/PHOTO.
 *
 * @param outcome JUDGE
 * @param photos each one that waits, once
 * @param seen whether the person has looked for faces, number plates and the like; needed where any becomes public
 */
public record PhotoJudgement(String outcome, List<Verdict> photos, Boolean seen) {

    /**
     * What becomes of a photo.
     *
     * @param verdict PUBLIC or INTERNAL
     * @param reason needed for INTERNAL: the department reads it
     */
    public record Verdict(String id, String verdict, String reason) {
    }
}
