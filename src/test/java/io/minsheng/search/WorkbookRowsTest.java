package io.minsheng.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Needs no database, so it is not part of {@link SearchResultTest}, which is run on both. */
class WorkbookRowsTest {

    @Test
    void writesAHundredThousandRowsInLittleMemory() throws IOException {
        List<String> row = Collections.nCopies(13, "建议内容".repeat(25));
        Runtime runtime = Runtime.getRuntime();
        try (Rows rows = new WorkbookRows(OutputStream.nullOutputStream())) {
            System.gc();
            long before = runtime.totalMemory() - runtime.freeMemory();
            for (int i = 0; i < ExportCases.MOST; i++) {
                rows.add(row);
            }
            System.gc();
            assertThat(runtime.totalMemory() - runtime.freeMemory() - before).isLessThan(60_000_000);
        }
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (Rows rows = new WorkbookRows(small)) {
            rows.add(List.of("控制\u0001字符\uFFFF", "😀"));
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(small.toByteArray()))) {
            Row read = book.getSheetAt(0).getRow(0);
            assertThat(IntStream.range(0, 2).mapToObj(i -> read.getCell(i).getStringCellValue())).containsExactly("控制字符", "😀");
        }
    }
}
