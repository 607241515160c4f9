package io.minsheng.platform.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures of a workbook ([MS-XLS] 2.4.171 MsoDrawingGroup, 2.4.138 HFPicture): records of at most 8,224 bytes, so that a
 * photo is cut into many. Their contents are put together, cleaned, and put back where they were.
 */
final class ExcelDrawings {

    private static final int CONTINUE = 0x3C;
    private static final int DRAWING_GROUP = 0xEB;
    /** Pictures in headers and footers. */
    private static final int HEADER_PICTURE = 0x866;
    private static final int HEAD = 4;
    /** What stands before the drawing in each record of a header picture. */
    private static final int HEADER_PICTURE_HEAD = 14;

    private final byte[] stream;
    private final Flate flate;
    private final List<Piece> pieces = new ArrayList<>();

    private ExcelDrawings(byte[] stream, Flate flate) {
        this.stream = stream;
        this.flate = flate;
    }

    private record Piece(int from, int to) {
    }

    /**
     * Empties what photos tell, in place.
     *
     * @param flate of the whole file
     * @throws Effort.TooMuch if it is made to take long
     */
    static void blank(byte[] stream, Flate flate) throws Effort.TooMuch {
        new ExcelDrawings(stream, flate).blank();
    }

    private void blank() throws Effort.TooMuch {
        ByteBuffer records = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        int group = 0;
        int next;
        for (int at = 0; at + HEAD <= stream.length; at = next) {
            int type = records.getShort(at) & 0xffff;
            next = at + HEAD + (records.getShort(at + 2) & 0xffff);
            boolean begins = type == DRAWING_GROUP || type == HEADER_PICTURE;
            if (type != group && !(type == CONTINUE && group != 0)) {
                blankTogether();
                group = begins ? type : 0;
            }
            if (group != 0) {
                int head = type == HEADER_PICTURE ? HEADER_PICTURE_HEAD : 0;
                int to = Math.min(next, stream.length);
                pieces.add(new Piece(Math.min(at + HEAD + head, to), to));
            }
        }
        blankTogether();
    }

    private void blankTogether() throws Effort.TooMuch {
        if (pieces.isEmpty()) {
            return;
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        pieces.forEach(each -> joined.write(stream, each.from(), each.to() - each.from()));
        byte[] drawings = joined.toByteArray();
        EmbeddedPictures.blank(drawings, flate);
        int at = 0;
        for (Piece each : pieces) {
            int length = each.to() - each.from();
            System.arraycopy(drawings, at, stream, each.from(), length);
            at += length;
        }
        pieces.clear();
    }
}
