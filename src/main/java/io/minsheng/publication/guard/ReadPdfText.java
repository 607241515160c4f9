package io.minsheng.publication.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

import io.minsheng.intake.mail.form.Locked;
import io.minsheng.intake.mail.form.PdfStreams;
import io.minsheng.intake.mail.form.TooMuch;
import io.minsheng.publication.guard.FileText.Sort;

/**
 * All of a PDF (ISO 32000-1): the text of its pages, and every string, metadata stream, picture and embedded file among its
 * objects, used or not: properties, notes, fields of forms, bookmarks, links.
 */
final class ReadPdfText {

    private static final int MAX_PAGES = 300;
    private static final Set<String> PERSON_KEYS = Set.of("Author", "T");

    private final ReadFile reading;
    private final FileText into;
    private final String inside;
    private final int depth;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    ReadPdfText(ReadFile reading, FileText into, String inside, int depth) {
        this.reading = reading;
        this.into = into;
        this.inside = inside.isEmpty() ? "" : inside + "中的";
        this.depth = depth;
    }

    void read(byte[] bytes) throws IOException {
        PdfStreams.check(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MAX_PAGES) {
                throw new TooMuch("超过 " + MAX_PAGES + " 页");
            }
            pages(document);
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                within(object == null ? null : object.getObject(), "", 0);
            }
            within(document.getDocument().getTrailer(), "", 0);
        } catch (InvalidPasswordException e) {
            throw new Locked();
        }
    }

    private void pages(PDDocument document) throws IOException {
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            PageText text = new PageText(page);
            into.add(inside + "第 " + page + " 页", text.getText(document), Sort.TEXT);
            if (text.unknown > 0) {
                into.unseen(inside + "第 " + page + " 页有无法识别的文字");
            }
        }
    }

    private void within(COSBase base, String key, int level) throws IOException {
        COSBase object = base instanceof COSObject reference ? null : base;
        if (object == null || level > 60 || !(object instanceof COSString) && !seen.add(object)) {
            // what is referred to comes on its own
            return;
        }
        if (object instanceof COSString string) {
            boolean person = PERSON_KEYS.contains(key);
            into.add(inside + "文件属性、批注或表单", string.getString(), person ? Sort.PERSON : Sort.TEXT);
        } else if (object instanceof COSArray array) {
            for (COSBase each : array) {
                within(each, key, level + 1);
            }
        } else if (object instanceof COSDictionary dictionary) {
            for (COSName name : dictionary.keySet()) {
                boolean noText = name.equals(COSName.ID) || name.equals(COSName.ENCRYPT);
                if (!noText) {
                    within(dictionary.getItem(name), name.getName(), level + 1);
                }
            }
            if (dictionary instanceof COSStream stream) {
                stream(stream);
            }
        }
    }

    private void stream(COSStream stream) throws IOException {
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            if (isJpeg(stream)) {
                try (InputStream raw = stream.createRawInputStream()) {
                    reading.read(raw.readAllBytes(), inside + "图片", depth + 1);
                }
            } else {
                into.picture();
            }
        } else if (COSName.METADATA.equals(stream.getCOSName(COSName.TYPE))) {
            byte[] xmp = decoded(stream);
            new ReadXmlText(into, inside + "文件属性", SharedStrings.NONE).read(new ByteArrayInputStream(xmp));
        } else if (COSName.getPDFName("EmbeddedFile").equals(stream.getCOSName(COSName.TYPE))) {
            reading.read(decoded(stream), inside + "嵌入的文件", depth + 1);
        }
    }

    private static boolean isJpeg(COSStream stream) {
        COSBase filters = stream.getFilters();
        return COSName.DCT_DECODE.equals(filters)
                || filters instanceof COSArray array && array.size() == 1 && COSName.DCT_DECODE.equals(array.get(0));
    }

    private static byte[] decoded(COSStream stream) throws IOException {
        try (InputStream in = stream.createInputStream()) {
            return in.readAllBytes();
        }
    }

    /** The text of one page, and how many signs its fonts do not name. */
    private static final class PageText extends PDFTextStripper {

        private int unknown;

        PageText(int page) {
            setStartPage(page);
            setEndPage(page);
        }

        @Override
        protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
            if (font.toUnicode(code, GlyphList.getAdobeGlyphList()) == null) {
                unknown++;
            }
            super.showGlyph(matrix, font, code, displacement);
        }
    }
}
