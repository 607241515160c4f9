package io.minsheng.intake.mail.imap;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.mail.MessagingException;

import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * An open folder, spoken to with the oldest commands only. UIDs are listed by sequence numbers, for QQ refuses sets such as
 * {@code 58:*} when 57 is the last; mails are asked for by single UIDs, ascending, and never searched for. Reading leaves no
 * trace (BODY.PEEK).
 */
public final class ImapFolder {

    public static final int PIECE_BYTES = 512 * 1024;
    private static final int WINDOW = 500;

    private final IMAPFolder folder;

    ImapFolder(IMAPFolder folder) {
        this.folder = folder;
    }

    /** A mail on the server; {@code size} is what the server says, and servers err. */
    public record Listed(long uid, int size, Instant receivedAt) {
    }

    public long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /**
     * Whether it gives out UIDs again that it has given before: the next one is not above the last that was seen. A server
     * that says a next one below those it lists is not believed.
     */
    public boolean countsAnewBelow(long seen) throws MessagingException {
        long next = folder.getUIDNext();
        if (next <= 0 || next > seen) {
            return false;
        }
        int count = folder.getMessageCount();
        return count == 0 || list(count, count).stream().allMatch(each -> each.uid() < next);
    }

    /** Whether the connection is gone. */
    public boolean isClosed() {
        return !folder.isOpen();
    }

    /** The mails above a UID, ascending. UIDs grow with sequence numbers (RFC 3501, 2.3.1.1), so the end is read first. */
    public List<Listed> after(long uid) throws MessagingException {
        // by UID, for a mail that is expunged meanwhile shifts those above it into the next window
        SortedMap<Long, Listed> found = new TreeMap<>();
        boolean reached = false;
        for (int end = folder.getMessageCount(); end > 0 && !reached; end -= WINDOW) {
            List<Listed> window = list(Math.max(1, end - WINDOW + 1), end);
            reached = window.stream().anyMatch(each -> each.uid() <= uid);
            window.stream().filter(each -> each.uid() > uid).forEach(each -> found.put(each.uid(), each));
        }
        return List.copyOf(found.values());
    }

    private List<Listed> list(int from, int to) throws MessagingException {
        List<Listed> window = new ArrayList<>();
        for (FetchResponse each : fetched("FETCH " + from + ":" + to + " (UID RFC822.SIZE INTERNALDATE)")) {
            UID uid = each.getItem(UID.class);
            RFC822SIZE size = each.getItem(RFC822SIZE.class);
            INTERNALDATE date = each.getItem(INTERNALDATE.class);
            if (uid != null) {
                window.add(new Listed(uid.uid, size == null ? Integer.MAX_VALUE : (int) Math.min(size.size, Integer.MAX_VALUE),
                        date == null || date.getDate() == null ? null : date.getDate().toInstant()));
            }
        }
        return window;
    }

    /** The raw bytes of small mails, in one round trip; what the server does not give is absent. */
    public Map<Long, byte[]> raw(List<Listed> mails) throws MessagingException {
        String uids = mails.stream().map(each -> String.valueOf(each.uid())).collect(Collectors.joining(","));
        Map<Long, byte[]> raw = new HashMap<>();
        for (FetchResponse each : fetched("UID FETCH " + uids + " (UID BODY.PEEK[])")) {
            UID uid = each.getItem(UID.class);
            BODY body = each.getItem(BODY.class);
            if (uid != null && body != null && body.getByteArray() != null) {
                raw.put(uid.uid, body.getByteArray().getNewBytes());
            }
        }
        return raw;
    }

    /** The raw bytes of a mail of any size, fetched piece by piece while they are read. */
    public InputStream open(Listed mail) {
        return new RawPieces(offset -> piece(mail.uid(), offset));
    }

    private RawPieces.Piece piece(long uid, long offset) throws MessagingException {
        for (FetchResponse each : fetched("UID FETCH " + uid + " (UID BODY.PEEK[]<" + offset + "." + PIECE_BYTES + ">)")) {
            UID its = each.getItem(UID.class);
            BODY body = each.getItem(BODY.class);
            if (its == null || its.uid != uid || body == null) {
                continue;
            }
            if (body.getByteArray() != null) {
                byte[] bytes = body.getByteArray().getNewBytes();
                // a server that does not know pieces gives the whole, without an origin; a short piece is not the last one yet,
                // for servers may give less than they were asked for
                return new RawPieces.Piece(bytes, body.getOrigin() < 0 || bytes.length == 0);
            }
            if (offset > 0) {
                // NIL: nothing is left
                return new RawPieces.Piece(new byte[0], true);
            }
        }
        throw new MessagingException("the server did not give mail " + uid);
    }

    /** Marks mails as read. */
    public void markSeen(List<Long> uids) throws MessagingException {
        command("UID STORE " + set(uids) + " +FLAGS.SILENT (\\Seen)");
    }

    /**
     * Moves mails to another folder. Without MOVE (RFC 6851) they are copied and marked as deleted; without UIDPLUS (RFC 4315)
     * that is all, for a plain EXPUNGE would also remove what others have marked.
     */
    public void move(List<Long> uids, String target) throws MessagingException {
        String name = org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder.encode(target);
        String quoted = "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        if (can("MOVE")) {
            command("UID MOVE " + set(uids) + " " + quoted);
            return;
        }
        command("UID COPY " + set(uids) + " " + quoted);
        command("UID STORE " + set(uids) + " +FLAGS.SILENT (\\Deleted)");
        if (can("UIDPLUS")) {
            command("UID EXPUNGE " + set(uids));
        }
    }

    private boolean can(String capability) throws MessagingException {
        return (Boolean) folder.doCommand(protocol -> protocol.hasCapability(capability));
    }

    private static String set(List<Long> uids) {
        return uids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    private List<FetchResponse> fetched(String command) throws MessagingException {
        List<FetchResponse> found = new ArrayList<>();
        for (Response each : command(command)) {
            if (each instanceof FetchResponse fetch) {
                found.add(fetch);
            }
        }
        return found;
    }

    private Response[] command(String command) throws MessagingException {
        return (Response[]) folder.doCommand(protocol -> answered(protocol, command));
    }

    private static Response[] answered(IMAPProtocol protocol, String command) throws ProtocolException {
        Response[] responses = protocol.command(command, null);
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return responses;
    }
}
