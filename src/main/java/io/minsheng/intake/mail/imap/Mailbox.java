package io.minsheng.intake.mail.imap;

import java.time.Duration;

import io.minsheng.intake.mail.imap.MailboxSettings.Profile;
import io.minsheng.intake.mail.imap.MailboxSettings.Security;

/**
 * A mailbox from which suggestions are read.
 *
 * @param id {@value #CONFIGURED} for the one of the environment, else of its row
 * @param server where it is
 * @param account with whom and what it is opened
 * @param habits how it is treated
 */
public record Mailbox(String id, Server server, Account account, Habits habits) {

    /** Id of the mailbox that the environment names; pages cannot change it. */
    public static final String CONFIGURED = "env";

    /** The IMAP server. */
    public record Server(String host, int port, Security security, Profile profile) {
    }

    /** User, password (with QQ and NetEase the authorisation code, 授权码) and folder. */
    public record Account(String username, MailboxPassword password, String folder) {

        /** Never says the password. */
        @Override
        public String toString() {
            return username + "/" + folder;
        }
    }

    /**
     * How it is treated.
     *
     * @param interval between two polls
     * @param active whether it is read regularly
     * @param moveTo folder for {@link Afterwards#MOVE}; else null
     */
    public record Habits(Duration interval, boolean active, Afterwards afterwards, String moveTo) {
    }

    /** What is done on the server with a mail once it is stored and committed. */
    public enum Afterwards {

        NOTHING("不改动"),
        SEEN("标为已读"),
        MOVE("移到另一文件夹");

        private final String label;

        Afterwards(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Name under which its rows are kept. */
    public String name() {
        return account.username();
    }

    public String folder() {
        return account.folder();
    }

    /** Whether rows and cursor of both are the same, wherever their servers are. */
    public boolean sharesRowsWith(Mailbox other) {
        return name().equals(other.name()) && folder().equals(other.folder());
    }

    /** Named by the environment and not by a row. */
    public boolean configured() {
        return CONFIGURED.equals(id);
    }

    public boolean touches() {
        return habits.afterwards() != Afterwards.NOTHING;
    }
}
