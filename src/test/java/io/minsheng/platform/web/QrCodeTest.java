package io.minsheng.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

@DisplayName("A QR code")
class QrCodeTest {

    private static final int ADDRESSES = 500;
    private static final int PIXELS = 4;
    private static final int WHITE = 0xFFFFFF;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @Test
    void isReadAsWhatWasPutIn() throws ReaderException {
        Random random = new Random(4);
        for (int i = 0; i < ADDRESSES; i++) {
            String address = "https://minsheng.example.cn/track?number=DZ2025-%06d-%d#%s".formatted(random.nextInt(1_000_000),
                    random.nextInt(10), code(random));
            assertThat(read(QrCode.of(address))).isEqualTo(address);
        }
    }

    @Test
    void takesAddressesOfAnyLengthAndLetters() throws ReaderException {
        for (String text : new String[] { "a", "https://建议.example.cn/民生", "https://example.cn/" + "x".repeat(600) }) {
            assertThat(read(QrCode.of(text))).isEqualTo(text);
        }
    }

    private static String code(Random random) {
        String letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
        return IntStream.range(0, 8).mapToObj(i -> letters.substring(random.nextInt(letters.length())).substring(0, 1))
                .reduce("", String::concat);
    }

    /** Draws the path and lets a reader look for the code in the picture, as a phone does. */
    private static String read(QrCode code) throws ReaderException {
        int width = code.size() * PIXELS;
        int[] picture = IntStream.generate(() -> WHITE).limit((long) width * width).toArray();
        Matcher runs = RUN.matcher(code.path());
        int drawn = 0;
        while (runs.find()) {
            assertThat(runs.group(4)).isEqualTo(runs.group(3));
            drawn += runs.group().length();
            fill(picture, width, Integer.parseInt(runs.group(1)), Integer.parseInt(runs.group(2)),
                    Integer.parseInt(runs.group(3)));
        }
        assertThat(drawn).as("nothing else in the path").isEqualTo(code.path().length());
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, picture))))
                .getText();
    }

    private static void fill(int[] picture, int width, int x, int y, int length) {
        for (int row = y * PIXELS; row < (y + 1) * PIXELS; row++) {
            for (int column = x * PIXELS; column < (x + length) * PIXELS; column++) {
                picture[row * width + column] = 0;
            }
        }
    }
}
