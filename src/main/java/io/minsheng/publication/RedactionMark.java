package io.minsheng.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Signs of a version that are blacked out: where they stand, not what they say.
 *
 * @param publication id of the version
 * @param project whose row; null for what belongs to the whole
 * @param start index of the first sign
 * @param end index after the last
 * @param whole the whole field, of this version only; else a passage, which is looked for in others as well
 * @param digest keyed digest of the signs: whoever knows them can be shown that it was these
 */
@Embeddable
public record RedactionMark(@Column(name = "publication_id") String publication, @Enumerated(EnumType.STRING) Place place,
        @Column(name = "project_id") String project, @Column(name = "starts_at") int start,
        @Column(name = "ends_at") int end, boolean whole, String digest) {
}
