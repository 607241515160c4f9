package io.minsheng.platform.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.error.Refusal;

/**
 * Draws a photo anew, upright, in the sizes of pages. What is drawn holds the picture and nothing else, whatever the file it
 * came from carried. Large photos are read with fewer dots, so that one of a telephone takes some fifty megabytes; the reader
 * keeps a progressive one as a whole, half a gigabyte at the most. Therefore one is drawn at a time.
 */
@ApplicationScoped
public class DrawPhoto {

    /** Longest side of what is shown, in dots. */
    static final int SHOWN = 1600;
    /** Longest side of the small one. */
    static final int SMALL = 480;
    /** What telephones make. */
    private static final long MOST_DOTS = 64_000_000;
    private static final Lock ONE_AT_A_TIME = new ReentrantLock(true);
    private static final String UNREADABLE = "照片已损坏或格式少见，无法显示，请在手机或电脑上重新保存为 jpg 后再上传。";

    /**
     * A picture as a JPEG.
     *
     * @param width in dots
     */
    public record Drawn(byte[] jpeg, int width, int height) {
    }

    /** The two sizes. */
    public record Copies(Drawn shown, Drawn small) {
    }

    /**
     * Draws it; to be called outside of a transaction, since it takes up to some seconds.
     *
     * @param photo a JPEG or PNG
     * @throws Refusal 415 too many dots, or not readable
     */
    public Copies copies(AcceptedFile photo) {
        ONE_AT_A_TIME.lock();
        try {
            BufferedImage shown = upright(within(SHOWN, read(photo)), photo);
            return new Copies(drawn(shown), drawn(within(SMALL, shown)));
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException
                | NegativeArraySizeException | java.awt.color.CMMException e) {
            // the readers of the JDK say in all these ways that a file is broken
            throw Refusal.unsupported(UNREADABLE);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static BufferedImage read(AcceptedFile photo) throws IOException {
        Iterator<ImageReader> readers = ImageIO
                .getImageReadersByFormatName(photo.kind() == AttachmentKind.JPG ? "jpeg" : "png");
        ImageReader reader = readers.next();
        // in memory: nothing is written outside of the data folder
        try (ImageInputStream content = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo.content()))) {
            reader.setInput(content, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_DOTS) {
                throw Refusal.unsupported("照片超过 " + MOST_DOTS / 10_000 + " 万像素，请缩小后再上传。");
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.round(Math.max(width, height) / (2f * SHOWN)));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /** On white, without transparency, as it was held when it was taken. */
    private static BufferedImage upright(BufferedImage read, AcceptedFile photo) {
        int orientation = photo.kind() == AttachmentKind.JPG ? JpegPhoto.orientationOf(photo.content()) : 1;
        int width = read.getWidth();
        int height = read.getHeight();
        boolean lies = orientation > 4;
        BufferedImage upright = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = on(upright);
        graphics.drawImage(read, turn(orientation, width, height), null);
        graphics.dispose();
        return upright;
    }

    /** From where a dot lies to where it belongs (Exif 2.3, 4.6.4). */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** Never larger than it is; by halves, because fine lines break when it is made much smaller at once. */
    private static BufferedImage within(int longest, BufferedImage picture) {
        int side = Math.max(picture.getWidth(), picture.getHeight());
        if (side <= longest) {
            return picture;
        }
        int next = Math.max(longest, (side + 1) / 2);
        BufferedImage smaller = new BufferedImage(scaled(picture.getWidth(), next, side),
                scaled(picture.getHeight(), next, side), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = on(smaller);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, smaller.getWidth(), smaller.getHeight(), null);
        graphics.dispose();
        return within(longest, smaller);
    }

    private static int scaled(int length, int to, int from) {
        return Math.max(1, Math.round((float) length * to / from));
    }

    private static Graphics2D on(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        return graphics;
    }

    private static Drawn drawn(BufferedImage picture) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (ImageOutputStream into = new MemoryCacheImageOutputStream(jpeg)) {
            ImageIO.write(picture, "jpeg", into);
        }
        return new Drawn(jpeg.toByteArray(), picture.getWidth(), picture.getHeight());
    }
}
