package io.minsheng.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that is written row by row; nothing written is kept. */
interface Rows extends Closeable {

    /** Adds a row; null is an empty cell. What looks like a formula is text. */
    void add(List<String> cells) throws IOException;
}
