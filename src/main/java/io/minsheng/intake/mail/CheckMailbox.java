package io.minsheng.intake.mail;

import java.io.IOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;

import io.minsheng.intake.mail.imap.ImapConnection;
import io.minsheng.intake.mail.imap.ImapConnections;
import io.minsheng.intake.mail.imap.Mailbox;
import io.minsheng.intake.mail.imap.MailboxTrouble;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;

/** Tries a mailbox out without fetching anything, and says in plain words what is wrong. */
@ApplicationScoped
public class CheckMailbox {

    /** Somebody waits before the page. */
    private static final ImapConnection.Patience SHORT = new ImapConnection.Patience(8_000, 12_000);
    private static final int FOLDERS = 30;

    private final ImapConnections connections;
    private final KeepMailboxes keep;

    CheckMailbox(ImapConnections connections, KeepMailboxes keep) {
        this.connections = connections;
        this.keep = keep;
    }

    /**
     * What was found.
     *
     * @param words for people
     * @param messages how many mails are in the folder; null when it could not be opened
     */
    public record Finding(boolean ok, String words, Integer messages) {
    }

    /**
     * Tries a mailbox that is kept.
     *
     * @throws Refusal 403 not ADMIN, 404
     */
    public Finding check(String id, Actor actor) {
        return check(keep.byId(id, actor));
    }

    /**
     * Tries settings before they are kept.
     *
     * @param id of the mailbox whose password counts where none is typed; may be null
     * @throws Refusal 400, 403, 404
     */
    public Finding check(MailboxForm form, String id, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("只有系统管理员可以测试邮箱。");
        }
        return check(keep.checked(form, id, actor));
    }

    private Finding check(Mailbox mailbox) {
        try (ImapConnection connection = connections.open(mailbox, SHORT)) {
            return look(mailbox, connection);
        } catch (MessagingException | IOException | RuntimeException e) {
            return new Finding(false, MailboxTrouble.inWords(e, mailbox), null);
        }
    }

    private static Finding look(Mailbox mailbox, ImapConnection connection) throws MessagingException, IOException {
        try {
            int mails = connection.inFolder(folder -> folder.after(0).size());
            String target = mailbox.habits().moveTo();
            if (target != null && !connection.has(target)) {
                return new Finding(false, MailboxTrouble.withoutTarget(target), mails);
            }
            return new Finding(true, "连接、登录和文件夹都正常，文件夹“" + mailbox.folder() + "”中有 " + mails + " 封邮件。", mails);
        } catch (FolderNotFoundException e) {
            List<String> names = connection.folders(FOLDERS);
            return new Finding(false, MailboxTrouble.inWords(e, mailbox)
                    + (names.isEmpty() ? "" : "服务器上有这些文件夹：" + String.join("、", names) + "。"), null);
        }
    }
}
