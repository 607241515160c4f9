package io.minsheng.search;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.minsheng.platform.text.Csv;

/** As CSV with a mark at the begin by which spreadsheet programs know UTF-8. */
final class CsvRows implements Rows {

    private final Writer out;

    CsvRows(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(Csv.BYTE_ORDER_MARK);
    }

    @Override
    public void add(List<String> cells) throws IOException {
        out.write(Csv.line(cells.stream().map(each -> each == null ? "" : each).toList()));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
