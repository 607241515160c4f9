package io.minsheng.platform.file;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** What is packed in the usual way (RFC 1950) within a file, of which only so much is unpacked as fits the memory. */
final class Flate {

    private final byte[] buffer = new byte[64 * 1024];
    private int left;

    /** @param most how many bytes may be unpacked in all */
    Flate(int most) {
        this.left = most;
    }

    /** Empty if it is not packed as it says, or unpacks to too much. */
    byte[] unpacked(byte[] bytes, int from, int to) {
        if (left < 0) {
            return new byte[0];
        }
        Inflater inflater = new Inflater();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            inflater.setInput(bytes, from, to - from);
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                left -= length;
                if (length == 0 || left < 0) {
                    return new byte[0];
                }
                content.write(buffer, 0, length);
            }
            return content.toByteArray();
        } catch (DataFormatException notPackedThisWay) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    byte[] packed(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
