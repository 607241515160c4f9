package io.minsheng.publication;

/**
 * Words of a version of a publication.
 *
 * @param project whose row; null for what belongs to the whole
 */
public record PlacedText(Place place, String project, String text) {

    boolean isAt(Place where, String row) {
        return place == where && (project == null ? row == null : project.equals(row));
    }
}
