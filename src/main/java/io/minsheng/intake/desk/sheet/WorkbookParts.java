package io.minsheng.intake.desk.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The XML parts of a workbook, read as streams: what comes out of the zip is counted, document types are not processed. */
final class WorkbookParts implements AutoCloseable {

    private final ZipFile zip;
    private long inflated;

    WorkbookParts(byte[] workbook) throws IOException {
        zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get();
        int entries = 0;
        for (var all = zip.getEntries(); all.hasMoreElements(); all.nextElement()) {
            if (++entries > Limits.ENTRIES) {
                zip.close();
                throw Limits.exceeded("内部文件过多");
            }
        }
    }

    /** A part; empty if the workbook has none of this name. */
    Optional<XMLStreamReader> open(String name) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return Optional.of(factory.createXMLStreamReader(new Counted(zip.getInputStream(entry))));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {

        private long part;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            part += bytes;
            inflated += bytes;
            if (part > Limits.PART || inflated > Limits.PARTS) {
                throw Limits.exceeded("解压后过大");
            }
        }
    }
}
