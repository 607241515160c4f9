package io.minsheng.kill;

import io.minsheng.fixture.ScriptedImap;
import io.minsheng.fixture.ScriptedSmtp;

/** A moment at which the server is killed. */
enum KillPoint {

    LISTED("after the list of UIDs, before any mail", "FETCH", ScriptedImap.Moment.ANSWERED),
    WITHIN_FETCH("in the middle of a mail on the line", "FETCH", ScriptedImap.Moment.WITHIN_LITERAL),
    FETCHED("after the fetch", "UID FETCH", ScriptedImap.Moment.ANSWERED),
    STORE_FILE("inside the store: file", "stored_file", "insert into stored_file"),
    STORE_ROW("inside the store: row", "inbox_message", "insert into inbox_message"),
    STORE_CURSOR("inside the store: cursor", "mailbox_cursor", "update mailbox_cursor"),
    STORED("after the store, before the flag", "UID STORE", ScriptedImap.Moment.RECEIVED),
    FLAGGED("after the flag", "UID STORE", ScriptedImap.Moment.ANSWERED),
    READING("while a mail is read: taken, not decided", null, (String) null),
    CASE_BEGUN("inside the case: the case", "proposal", "insert into proposal"),
    CASE_FILES("inside the case: its papers", "attachment", "insert into attachment"),
    CASE_PROCESS("inside the case: its process", "act_ru_execution", "insert into act_ru_execution"),
    CASE_MAIL("inside the case: its acknowledgement", "outbox_mail", "insert into outbox_mail"),
    CASE_AUDIT("inside the case: its audit row", "audit_entry", "insert into audit_entry"),
    SENDING("SENDING is committed, before the hand-over", ScriptedSmtp.Moment.BEGUN),
    WITHIN_SEND("in the middle of the hand-over", ScriptedSmtp.Moment.WITHIN_DATA),
    TAKEN("the sink has the mail, its 250 is not sent", ScriptedSmtp.Moment.KEPT),
    TOLD("the 250 is sent, our commit is not done", "outbox_mail", "update outbox_mail");

    private final String says;
    private final String command;
    private final ScriptedImap.Moment imap;
    private final ScriptedSmtp.Moment smtp;
    private final String table;

    /** At a command of IMAP. */
    KillPoint(String says, String command, ScriptedImap.Moment imap) {
        this(says, command, imap, null, null);
    }

    /** At a step of SMTP. */
    KillPoint(String says, ScriptedSmtp.Moment smtp) {
        this(says, null, null, smtp, null);
    }

    /** At a statement on a table that is held. */
    KillPoint(String says, String table, String statement) {
        this(says, statement, null, null, table);
    }

    KillPoint(String says, String command, ScriptedImap.Moment imap, ScriptedSmtp.Moment smtp, String table) {
        this.says = says;
        this.command = command;
        this.imap = imap;
        this.smtp = smtp;
        this.table = table;
    }

    /** In words. */
    String says() {
        return says;
    }

    /** Beginning of the IMAP command, or of the SQL statement. */
    String command() {
        return command;
    }

    ScriptedImap.Moment imap() {
        return imap;
    }

    ScriptedSmtp.Moment smtp() {
        return smtp;
    }

    String table() {
        return table;
    }
}
