package io.minsheng.intake.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.intake.mail.reading.MailReader;
import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.file.StoredFiles;
import io.minsheng.platform.text.Texts;

/** Opens the stored bytes of a row and reads them. */
@ApplicationScoped
class OpenMessage {

    /** Enough for sender and subject. */
    private static final int HEAD = 256 * 1024;

    private final StoredFiles files;
    private final MailReader reader;
    private final ReadingRoom room;
    private final Vault vault;

    OpenMessage(StoredFiles files, MailReader reader, ReadingRoom room, Vault vault) {
        this.files = files;
        this.reader = reader;
        this.room = room;
        this.vault = vault;
    }

    /** The raw bytes, streamed. */
    InputStream raw(InboxMessage message) {
        return files.open(message.fileId());
    }

    /** What can be read; mails over the limit are not read at all but for their digest. */
    ReadMail read(InboxMessage message) {
        try (InputStream raw = raw(message)) {
            if (message.size() > MailReader.MAX_BYTES) {
                return reader.tooLarge(message.sha256(), raw.readNBytes(HEAD));
            }
            // in one piece: gathering pieces would take twice the memory
            byte[] bytes = new byte[(int) message.size()];
            raw.readNBytes(bytes, 0, bytes.length);
            return reader.read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the stored bytes of message " + message.id() + " cannot be read", e);
        }
    }

    /**
     * A file that came along, by its place. A page asks for all its pictures at once, and for each the whole mail is read, so
     * this waits for room: to be called without a transaction, which would keep a connection meanwhile.
     */
    Optional<ReadMail.Enclosure> file(InboxMessage message, int index) {
        return room.during(message.size(), () -> {
            List<ReadMail.Enclosure> all = read(message).enclosures();
            return index < 0 || index >= all.size() ? Optional.empty() : Optional.of(all.get(index));
        });
    }

    /** The same for the bytes of a small mail. */
    ReadMail read(byte[] raw) {
        return reader.read(raw);
    }

    /** The bytes of small mails by the ids of their rows, read in one go; larger ones are left out. */
    Map<String, byte[]> small(List<InboxMessage> all) {
        Map<String, byte[]> contents = files.small(all.stream().map(InboxMessage::fileId).toList());
        return all.stream().filter(each -> contents.containsKey(each.fileId()))
                .collect(Collectors.toMap(InboxMessage::id, each -> contents.get(each.fileId())));
    }

    void describe(InboxMessage message, ReadMail mail) {
        String from = mail.senders().stream()
                .map(each -> each.name().isEmpty() ? each.email() : each.name() + " <" + each.email() + ">")
                .reduce((one, other) -> one + ", " + other).orElse(mail.header("From"));
        message.describe(new InboxMessage.Description(mail.messageId(), mail.contentDigest(), Texts.shorten(from, 1000),
                Texts.shorten(mail.subject(), 1000), mail.enclosures().stream().map(ReadMail.Enclosure::name).toList()), vault);
    }
}
