package io.minsheng.intake.mail.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;

/** What Outlook packs into a winmail.dat ([MS-OXTNEF]): files, and at times the text. */
record WinmailDat(Map<String, byte[]> files, String text) {

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
            return nothing ? Optional.empty() : Optional.of(new WinmailDat(files, text.startsWith("{\\rtf") ? "" : text));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }
}
