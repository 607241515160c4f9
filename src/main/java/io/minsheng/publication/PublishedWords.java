package io.minsheng.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.minsheng.implementation.Project;

/**
 * The words of one row as a version of the published list has them; what else the row shows does not change by a correction.
 *
 * @param due a date (ISO 8601), 持续推进, or null
 */
@Embeddable
public record PublishedWords(@Column(name = "project_id") String project, String title, String target, String due) {

    PublishedWords with(Place place, String words) {
        return new PublishedWords(project, place == Place.ROW_TITLE ? words : title,
                place == Place.ROW_TARGET ? words : target, place == Place.ROW_DUE ? words : due);
    }

    static PublishedWords of(Project project) {
        return new PublishedWords(project.id(), project.title(), project.target(), project.due());
    }
}
