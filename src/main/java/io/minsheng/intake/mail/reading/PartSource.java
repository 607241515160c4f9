package io.minsheng.intake.mail.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimePart;

/** The content of a multipart, with its Content-Type as it was sent. */
final class PartSource implements DataSource {

    private final MimePart part;

    PartSource(MimePart part) {
        this.part = part;
    }

    /**
     * How many parts a multipart has at least, by its delimiter lines (RFC 2046, 5.1.1), before the library makes an object of
     * each; counts no further than to one more than {@code max}.
     */
    static int count(MimePart part, int max) throws MessagingException, IOException {
        String[] types = part.getHeader("Content-Type");
        String boundary = types == null ? "" : HeaderParameters.of(types[0]).get("boundary").orElse("");
        byte[] delimiter = ("--" + boundary).getBytes(ISO_8859_1);
        int count = 0;
        try (InputStream in = new BufferedInputStream(part.getInputStream(), 1 << 16)) {
            int matched = 0;
            for (int sign = in.read(); sign >= 0 && count <= max; sign = in.read()) {
                if (sign == '\n') {
                    matched = 0;
                } else if (matched >= 0 && matched < delimiter.length) {
                    matched = delimiter[matched] == (byte) sign ? matched + 1 : -1;
                    count += matched == delimiter.length ? 1 : 0;
                }
            }
        }
        return count;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        try {
            return part.getInputStream();
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException("a received part is not written");
    }

    @Override
    public String getContentType() {
        try {
            return part.getContentType();
        } catch (MessagingException e) {
            return "multipart/mixed";
        }
    }

    @Override
    public String getName() {
        return "";
    }
}
