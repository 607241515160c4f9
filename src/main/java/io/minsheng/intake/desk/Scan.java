package io.minsheng.intake.desk;

import java.io.InputStream;

/**
 * A scanned sheet that comes along with an entry.
 *
 * @param name as the clerk's computer calls it
 * @param content read once
 */
public record Scan(String name, InputStream content) {
}
