package io.minsheng.intake.mail.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;

/** What Outlook packs into a winmail.dat ([MS-OXTNEF]): files, and at times the text, plain or as RTF. */
record WinmailDat(Map<String, byte[]> files, String text, byte[] rtf) {

    private static final int MAX_FILES = 100;

    /** Empty if it is none, or cannot be read: then it is a file like any other. */
    static Optional<WinmailDat> of(String name, String type, byte[] content) {
        boolean called = type.endsWith("ms-tnef") || name != null && name.toLowerCase(Locale.ROOT).equals("winmail.dat");
        if (!called) {
            return Optional.empty();
        }
        try {
            HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(content));
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (Attachment each : message.getAttachments()) {
                String inner = each.getLongFilename() == null ? each.getFilename() : each.getLongFilename();
                if (files.size() < MAX_FILES) {
                    files.put(inner == null ? "附件" + (files.size() + 1) : inner, each.getContents());
                }
            }
            String text = message.getBody() == null ? "" : message.getBody();
            boolean nothing = files.isEmpty() && text.isBlank();
            boolean rich = text.startsWith("{\\rtf");
            return nothing ? Optional.empty()
                    : Optional.of(new WinmailDat(files, rich ? "" : text, rich ? text.getBytes(ISO_8859_1) : new byte[0]));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }
}
