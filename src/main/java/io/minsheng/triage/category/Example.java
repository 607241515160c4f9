package io.minsheng.triage.category;

/**
 * A suggestion whose category is known.
 *
 * @param category code
 * @param vector of its meaning ({@link Meanings}); null when there is none
 */
record Example(String category, String title, String content, float[] vector) {

    Example with(float[] other) {
        return new Example(category, title, content, other);
    }
}
