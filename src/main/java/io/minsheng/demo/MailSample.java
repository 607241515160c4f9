package io.minsheng.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.intake.mail.InboxMessage;
import io.minsheng.intake.mail.InboxMessages;
import io.minsheng.intake.mail.UploadMessage;
import io.minsheng.platform.time.Shanghai;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Brings a sample in as a real mail (RFC 5322): written as people write them, stored raw first, then read like any other. */
@Singleton
class MailSample {

    private static final int WORD = 12;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final UploadMessage upload;
    private final InboxMessages messages;
    private final Campaigns campaigns;
    private final Organisations organisations;
    private final DemoStaff staff;
    private final DemoClock clock;

    MailSample(UploadMessage upload, InboxMessages messages, Campaigns campaigns, Organisations organisations,
            DemoStaff staff, DemoClock clock) {
        this.upload = upload;
        this.messages = messages;
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Number of the case that the mail became; a mail that is here already is not brought in again.
     *
     * @throws IllegalStateException if it waits for a person
     */
    String bringIn(Sample sample) {
        return known(sample).orElseGet(() -> {
            byte[] raw = QuarkusTransaction.requiringNew().call(() -> raw(sample).getBytes(StandardCharsets.US_ASCII));
            String id = clock.at(sample.receivedAt(), () -> upload.upload(new ByteArrayInputStream(raw),
                    QuarkusTransaction.requiringNew().call(() -> staff.triage(sample))));
            InboxMessage row = QuarkusTransaction.requiringNew().call(() -> messages.byId(id));
            if (row.caseNumber() == null) {
                throw new IllegalStateException("mail " + id + " became no case: " + row.state() + " " + row.reason());
            }
            return row.caseNumber();
        });
    }

    private Optional<String> known(Sample sample) {
        return QuarkusTransaction.requiringNew().call(() -> messages
                .find("messageId in ?1 and caseNumber is not null",
                        List.of(messageId(sample), "<" + messageId(sample) + ">"))
                .firstResultOptional().map(InboxMessage::caseNumber));
    }

    private String raw(Sample sample) {
        String phrase = campaigns.rules(ReferenceCampaign.CODE).subjectPhrase();
        return header("From", word(sample.person().name()) + " <" + sample.person().email() + ">")
                + header("To", "minsheng@example.cn") + header("Subject", words(phrase))
                + header("Date", DATE.format(sample.receivedAt().atZone(Shanghai.ZONE)))
                + header("Message-ID", "<" + messageId(sample) + ">") + header("MIME-Version", "1.0")
                + header("Content-Type", "text/plain; charset=UTF-8") + header("Content-Transfer-Encoding", "base64")
                + "\r\n" + Base64.getMimeEncoder().encodeToString(body(sample).getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    private String body(Sample sample) {
        String category = campaigns.rules(ReferenceCampaign.CODE).categoryName(sample.wish().category());
        return "建议事项名称：" + sample.wish().title() + "\r\n事项类别：" + category + "\r\n"
                + line("实施地点", organisations.shortName(sample.wish().township()))
                + line("预期目标", sample.wish().target().text()) + line("建议人", sample.person().name())
                + line("联系电话", sample.person().phone()) + line("建议理由", sample.wish().reason()) + "建议内容："
                + sample.wish().content() + "\r\n";
    }

    private static String messageId(Sample sample) {
        return "sample-%03d@example.cn".formatted(sample.number());
    }

    private static String line(String label, String value) {
        return value == null || value.isEmpty() ? "" : label + "：" + value + "\r\n";
    }

    private static String header(String name, String value) {
        return name + ": " + value + "\r\n";
    }

    /** Encoded words (RFC 2047), folded so that no line grows too long and no character is split. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + WORD);
            words.append(from == 0 ? "" : "\r\n ").append(word(text.substring(from, to)));
            from = to;
        }
        return words.toString();
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
