package io.minsheng.intake.mail;

import io.minsheng.intake.mail.imap.Mailbox.Afterwards;
import io.minsheng.intake.mail.imap.MailboxSettings.Profile;
import io.minsheng.intake.mail.imap.MailboxSettings.Security;

/**
 * A mailbox as an administrator describes it. What is absent has the usual value: the port of the security, INBOX, 120
 * seconds, generic, active, untouched.
 *
 * @param password absent to keep the present one
 * @param pollSeconds seconds between two polls, 30 to 86,400; at least 120 with QQ
 */
public record MailboxForm(String host, Integer port, Security security, Profile profile, String username, String password,
        String folder, Integer pollSeconds, Afterwards afterwards, String moveTo, Boolean active) {
}
