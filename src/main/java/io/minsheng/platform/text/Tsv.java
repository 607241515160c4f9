package io.minsheng.platform.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads tab-separated tables that come with the program: a header line, then a row a line, UTF-8. */
public final class Tsv {

    private Tsv() {
    }

    /** A row; columns are asked for by the names in the header. */
    public record Row(List<String> header, List<String> cells) {

        /** The cell; empty when the row is shorter than the header. */
        public String get(String column) {
            int index = header.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("no column " + column);
            }
            return index < cells.size() ? cells.get(index) : "";
        }

        /** The cell, or null when it is empty. */
        public String getOrNull(String column) {
            String cell = get(column);
            return cell.isEmpty() ? null : cell;
        }
    }

    /** All rows of a class-path resource. */
    public static List<Row> resource(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> header = split(reader.readLine());
            List<Row> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(new Row(header, split(line)));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static List<String> split(String line) {
        return Arrays.asList(line.split("\t", -1));
    }
}
