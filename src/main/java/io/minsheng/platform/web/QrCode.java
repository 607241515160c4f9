package io.minsheng.platform.web;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import io.quarkus.qute.TemplateData;

/**
 * A QR code as the path of an SVG picture: sharp on paper, and no picture file that could be kept anywhere.
 *
 * @param size width and height in modules, with the quiet zone
 * @param path dark modules, one rectangle per run
 */
@TemplateData
public record QrCode(int size, String path) {

    /**
     * The mask is given: to draw all eight and weigh them, as ISO/IEC 18004 has it, takes ten times as long as the code itself,
     * and a receipt is shown at once to everybody who has proposed. This one weighs 5 % more than the best of the eight on
     * average over addresses of ours; a reader is told which it is.
     */
    private static final int MASK = 2;
    private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN, 4, EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.QR_MASK_PATTERN, MASK);

    public static QrCode of(String text) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            return new QrCode(modules.getWidth(), path(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("not a text for a QR code", e);
        }
    }

    private static String path(BitMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int start = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start).append(' ').append(y).append('h').append(x - start).append("v1h-")
                            .append(x - start).append('z');
                }
                x++;
            }
        }
        return path.toString();
    }
}
