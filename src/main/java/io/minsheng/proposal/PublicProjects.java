package io.minsheng.proposal;

import java.util.List;

/**
 * Owned here, implemented by the implementation: the home page tells of published projects without knowing how they are kept.
 */
public interface PublicProjects {

    /** The first of the list published last, then of the one before it. */
    List<PublicProject> newest(String campaign, int most);

    /**
     * A project that everyone may know.
     *
     * @param category code
     * @param standing how it stands, in a word
     */
    record PublicProject(String id, String title, String category, String standing) {
    }
}
