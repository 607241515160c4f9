package io.minsheng.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.minsheng.fixture.GpsPhoto;
import io.minsheng.platform.error.Refusal;

class DrawPhotoTest {

    private final DrawPhoto draw = new DrawPhoto();

    @Test
    void drawsBothSizesAndNothingElse() throws IOException {
        DrawPhoto.Copies copies = draw.copies(jpg(jpeg(redCorner(4000, 3000))));

        assertThat(copies.shown().width()).isEqualTo(1600);
        assertThat(copies.shown().height()).isEqualTo(1200);
        assertThat(copies.small().width()).isEqualTo(480);
        assertThat(copies.small().height()).isEqualTo(360);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(copies.small().jpeg()));
        assertThat(small.getWidth()).isEqualTo(480);
        assertThat(isRed(small, 20, 20)).isTrue();
        assertThat(isRed(small, 460, 340)).isFalse();
        assertThat(GpsPhoto.tellsPlace(draw.copies(jpg(GpsPhoto.jpg())).shown().jpeg())).isFalse();
    }

    @Test
    void leavesASmallPhotoAsLargeAsItIs() throws IOException {
        DrawPhoto.Copies copies = draw.copies(jpg(GpsPhoto.jpg()));
        assertThat(copies.shown().width()).isEqualTo(40);
        assertThat(copies.small().height()).isEqualTo(30);
    }

    /** Where the corner lies that was on the upper left in the file: Exif 2.3, 4.6.4. */
    @ParameterizedTest
    @CsvSource({ "1,400,300,LEFT,TOP", "2,400,300,RIGHT,TOP", "3,400,300,RIGHT,BOTTOM", "4,400,300,LEFT,BOTTOM",
            "5,300,400,LEFT,TOP", "6,300,400,RIGHT,TOP", "7,300,400,RIGHT,BOTTOM", "8,300,400,LEFT,BOTTOM" })
    void turnsItAsItWasHeld(int orientation, int width, int height, String side, String end) throws IOException {
        byte[] kept = JpegPhoto.withoutMetadata(turned(jpeg(redCorner(400, 300)), orientation));
        DrawPhoto.Drawn shown = draw.copies(new AcceptedFile("photo.jpg", AttachmentKind.JPG, kept)).shown();
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(shown.jpeg()));

        assertThat(drawn.getWidth()).isEqualTo(width);
        assertThat(drawn.getHeight()).isEqualTo(height);
        assertThat(isRed(drawn, side.equals("LEFT") ? 20 : width - 20, end.equals("TOP") ? 20 : height - 20)).isTrue();
        assertThat(isRed(drawn, side.equals("LEFT") ? width - 20 : 20, end.equals("TOP") ? 20 : height - 20)).isFalse();
    }

    @Test
    void putsWhatIsTransparentOnWhite() throws IOException {
        BufferedImage clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(clear, "png", png);
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(
                draw.copies(new AcceptedFile("a.png", AttachmentKind.PNG, png.toByteArray())).shown().jpeg()));
        assertThat(new Color(drawn.getRGB(25, 25))).isEqualTo(Color.WHITE);
    }

    @Test
    void refusesWhatItCannotDraw() throws IOException {
        byte[] whole = jpeg(redCorner(400, 300));
        assertThatThrownBy(() -> draw.copies(new AcceptedFile("a.jpg", AttachmentKind.JPG, Arrays.copyOf(whole, 60))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("损坏");
        assertThatThrownBy(() -> draw.copies(new AcceptedFile("a.png", AttachmentKind.PNG, pngOf(20_000, 20_000))))
                .isInstanceOf(Refusal.class).hasMessageContaining("万像素");
        assertThatThrownBy(() -> draw.copies(new AcceptedFile("a.png", AttachmentKind.PNG, pngOf(20, 20))))
                .isInstanceOf(Refusal.class).hasMessageContaining("损坏");
    }

    /** Each scan more draws all dots once more, in a hundred bytes. */
    @Test
    void isSparedPhotosThatAreDrawnTooOften() throws IOException {
        byte[] often = progressive(redCorner(400, 300));
        int last = lastScan(often);
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        made.write(often, 0, often.length - 2);
        for (int i = 0; i < 100; i++) {
            made.write(often, last, often.length - 2 - last);
        }
        made.write(often, often.length - 2, 2);

        assertThat(draw.copies(jpg(often)).shown().width()).isEqualTo(400);
        assertThatThrownBy(() -> jpg(made.toByteArray())).isInstanceOf(IOException.class).hasMessageContaining("scans");
    }

    private static byte[] progressive(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (ImageOutputStream into = ImageIO.createImageOutputStream(jpeg)) {
            writer.setOutput(into);
            writer.write(null, new IIOImage(picture, null, null), param);
        }
        return jpeg.toByteArray();
    }

    private static int lastScan(byte[] jpeg) {
        int at = jpeg.length - 2;
        while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] != (byte) 0xDA) {
            at--;
        }
        return at;
    }

    private static AcceptedFile jpg(byte[] bytes) throws IOException {
        return new AcceptedFile("photo.jpg", AttachmentKind.JPG, JpegPhoto.withoutMetadata(bytes));
    }

    private static BufferedImage redCorner(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 4, height / 4);
        graphics.dispose();
        return picture;
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        Color color = new Color(picture.getRGB(x, y));
        return color.getRed() > 180 && color.getBlue() < 90;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    /** With nothing in its Exif data but how it was held. */
    private static byte[] turned(byte[] jpeg, int orientation) {
        return ByteBuffer.allocate(jpeg.length + 36).put(jpeg, 0, 2)
                .put(new byte[] { (byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i',
                        'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0,
                        0, 0, 0 })
                .put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A header that promises so much, and no picture. */
    private static byte[] pngOf(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17).put(new byte[] { 'I', 'H', 'D', 'R' }).putInt(width).putInt(height)
                .put(new byte[] { 8, 2, 0, 0, 0 });
        CRC32 sum = new CRC32();
        sum.update(header.array());
        return ByteBuffer.allocate(33).put(new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10 }).putInt(13)
                .put(header.array()).putInt((int) sum.getValue()).array();
    }
}
