package io.minsheng.implementation;

import java.util.List;

import io.minsheng.platform.error.Violation;

/** Owned here, implemented by the publication: whether words that everyone will read hold personal data. */
public interface PublicWords {

    /**
     * What looks like personal data, each with what has to go; empty when all is well.
     *
     * @param field name of the field
     * @param label what people call it
     */
    List<Violation> personalData(Project project, String field, String label, String text);
}
