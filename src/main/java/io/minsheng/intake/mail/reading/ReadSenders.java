package io.minsheng.intake.mail.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.minsheng.platform.text.Texts;

/** The senders that a From header names, however it is written. */
final class ReadSenders {

    private static final Pattern BRACKETED = Pattern.compile("<\\s*([^<>\\s@]{1,200}@[^<>\\s@]{1,200}?)\\s*>");
    private static final Pattern BARE = Pattern.compile("[^\\s<>\",;:()\\[\\]@]{1,200}@[^\\s<>\",;:()\\[\\]@]{1,200}");

    private ReadSenders() {
    }

    static List<ReadMail.Sender> of(String raw) {
        List<ReadMail.Sender> senders = new ArrayList<>();
        if (raw == null) {
            return senders;
        }
        int end = 0;
        Matcher bracketed = BRACKETED.matcher(raw);
        while (bracketed.find()) {
            senders.add(new ReadMail.Sender(name(raw.substring(end, bracketed.start())), bracketed.group(1)));
            end = bracketed.end();
        }
        Matcher bare = BARE.matcher(HeaderText.decode(raw));
        while (end == 0 && bare.find()) {
            senders.add(new ReadMail.Sender("", bare.group()));
        }
        return senders;
    }

    private static String name(String raw) {
        String clean = Texts.cleanLine(HeaderText.decode(raw.replaceFirst("^[\\s,;]+", ""))).replaceAll("^[\"']+|[\"']+$", "");
        return clean.strip();
    }
}
