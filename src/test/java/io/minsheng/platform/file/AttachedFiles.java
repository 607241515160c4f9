package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;

import javax.imageio.ImageIO;

import org.assertj.core.api.AbstractThrowableAssert;

import io.minsheng.platform.error.Refusal;
import io.quarkus.runtime.configuration.MemorySize;

/** Files to hand to the rules for attachments, with a limit of one megabyte. */
abstract class AttachedFiles {

    final AttachmentRules rules = new AttachmentRules(new AttachmentSettings() {

        @Override
        public MemorySize maxSize() {
            return new MemorySize(BigInteger.valueOf(1024 * 1024));
        }

        @Override
        public int perCase() {
            return 10;
        }
    });

    AcceptedFile accept(String name, byte[] content) {
        return rules.accept(name, new ByteArrayInputStream(content));
    }

    AbstractThrowableAssert<?, ? extends Throwable> refuses(String name, byte[] content) {
        return assertThatThrownBy(() -> accept(name, content)).isInstanceOf(Refusal.class);
    }

    static byte[] pdf(String objects) {
        return ("%PDF-1.7\n" + objects + "\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n").getBytes(ISO_8859_1);
    }

    static byte[] image(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillOval(5, 5, 20, 20);
        image.setRGB(1, 1, Color.RED.getRGB());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    static byte[] insert(byte[] into, int at, byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(into, 0, at);
        for (byte[] part : parts) {
            bytes.write(part);
        }
        bytes.write(into, at, into.length - at);
        return bytes.toByteArray();
    }
}
