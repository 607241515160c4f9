package io.minsheng.intake.mail.imap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.net.ssl.SSLSocketFactory;

import jakarta.mail.MessagingException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.minsheng.fixture.ScriptedImap;
import io.minsheng.fixture.ScriptedImap.Habit;
import io.minsheng.fixture.ScriptedImap.Moment;
import io.minsheng.fixture.SelfSigned;
import io.minsheng.intake.mail.imap.ImapConnection.Patience;
import io.minsheng.intake.mail.imap.Mailbox.Afterwards;
import io.minsheng.intake.mail.imap.MailboxSettings.Profile;
import io.minsheng.intake.mail.imap.MailboxSettings.Security;

/** The connection to servers with habits of their own. */
class ImapTransportTest {

    private static final Patience SHORT = new Patience(1500, 1500);

    @ParameterizedTest
    @EnumSource(value = Afterwards.class, names = { "NOTHING", "SEEN" })
    void saysWhoItIsBeforeEachSelectAndExamine(Afterwards afterwards) throws Exception {
        try (ScriptedImap server = ScriptedImap.plain(Habit.WANTS_ID)) {
            server.deliver(mail("甲"));
            Mailbox mailbox = mailbox(server, Profile.NETEASE, Security.NONE, "INBOX", afterwards);
            for (int i = 0; i < 2; i++) {
                try (ImapConnection connection = ImapConnection.open(mailbox, null, SHORT)) {
                    assertThat(after(connection, 0)).hasSize(1);
                }
            }
            assertThat(server.heard()).contains(afterwards == Afterwards.NOTHING ? "EXAMINE INBOX" : "SELECT INBOX");
        }
    }

    @Test
    void saysWhoItIsOnConnectionsThatTheLibraryMakesAgain() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain(Habit.WANTS_ID)) {
            server.deliver(mail("甲"));
            try (ImapConnection connection = ImapConnection.open(mailbox(server, Profile.GENERIC), null, SHORT)) {
                connection.inFolder(folder -> folder.after(0));
                server.dropAll();
                for (int i = 0; i < 3; i++) {
                    try {
                        connection.inFolder(folder -> folder.after(0));
                    } catch (MessagingException broken) {
                        // the library notices, and connects again the next time
                    }
                }
                assertThat(after(connection, 0)).hasSize(1);
            }
            assertThat(server.heard().stream().filter(each -> each.startsWith("ID"))).hasSize(server.connections());
        }
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void doesWithoutIdUidplusAndSearch(Profile profile) throws Exception {
        try (ScriptedImap server = ScriptedImap.plain(Habit.NO_ID, Habit.NO_UIDPLUS, Habit.SEARCH_LIES,
                Habit.REFUSES_DESCENDING)) {
            server.deliver(mail("甲"));
            try (ImapConnection connection = ImapConnection.open(mailbox(server, profile), null, SHORT)) {
                assertThat(after(connection, 0)).hasSize(1);
                assertThat(after(connection, 1)).isEmpty();
                server.deliver(mail("乙"));
                assertThat(after(connection, 1)).extracting(ImapFolder.Listed::uid)
                        .containsExactly(2L);
            }
            assertThat(server.heard()).noneMatch(each -> each.contains("SEARCH") || each.contains(":*"));
        }
    }

    @Test
    void listsManyMailsAscendingAndOnlyOnce() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain()) {
            for (int i = 0; i < 1234; i++) {
                server.deliver(mail("第" + i));
            }
            try (ImapConnection connection = ImapConnection.open(mailbox(server, Profile.QQ), null, SHORT)) {
                List<Long> all = connection
                        .inFolder(folder -> folder.after(0).stream().map(ImapFolder.Listed::uid).toList());
                assertThat(all).hasSize(1234).isSorted().doesNotHaveDuplicates();
                assertThat(after(connection, 1000)).hasSize(234);
            }
        }
    }

    @ParameterizedTest
    @NullSource
    @EnumSource(names = { "NO_PIECES", "SMALL_PIECES" })
    void readsAMailOfAnySizePieceByPiece(Habit habit) throws Exception {
        byte[] large = new byte[ImapFolder.PIECE_BYTES * 2 + 77];
        new Random(1).nextBytes(large);
        try (ScriptedImap server = habit == null ? ScriptedImap.plain() : ScriptedImap.plain(habit)) {
            for (byte[] each : List.of(large, Arrays.copyOf(large, ImapFolder.PIECE_BYTES * 2), new byte[0])) {
                server.deliver(each);
            }
            try (ImapConnection connection = ImapConnection.open(mailbox(server, Profile.GENERIC), null, SHORT)) {
                connection.inFolder(folder -> {
                    List<ImapFolder.Listed> listed = folder.after(0);
                    assertThat(bytes(folder, listed.get(0))).isEqualTo(large);
                    assertThat(bytes(folder, listed.get(1))).isEqualTo(Arrays.copyOf(large, ImapFolder.PIECE_BYTES * 2));
                    assertThat(bytes(folder, listed.get(2))).isEmpty();
                    return null;
                });
            }
        }
    }

    @Test
    void speaksTheNamesOfFoldersInModifiedUtf7() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain()) {
            server.folder("&bBF1H176i64-");
            try (ImapConnection connection = ImapConnection.open(
                    mailbox(server, Profile.GENERIC, Security.NONE, "民生建议", Afterwards.NOTHING), null, SHORT)) {
                assertThat(after(connection, 0)).isEmpty();
                assertThat(connection.folders(10)).contains("民生建议");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "CAPABILITY", "LOGIN", "ID", "EXAMINE", "FETCH", "UID FETCH" })
    void waitsForNoServerForEver(String command) throws Exception {
        try (ScriptedImap server = ScriptedImap.plain()) {
            server.deliver(mail("甲"));
            server.script((moment, heard) -> {
                if (moment == Moment.RECEIVED && heard.startsWith(command)) {
                    Thread.sleep(60_000);
                }
            });
            long began = System.nanoTime();
            assertThat(trouble(mailbox(server, Profile.GENERIC), null)).contains("超时");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void trustsNoCertificateThatNobodyKnows(@TempDir Path folder) throws Exception {
        SelfSigned here = SelfSigned.of("ip:127.0.0.1", folder);
        SelfSigned elsewhere = SelfSigned.of("dns:mail.example.cn", folder);
        for (Security security : List.of(Security.TLS, Security.STARTTLS)) {
            Habit[] habits = security == Security.STARTTLS ? new Habit[] { Habit.STARTTLS } : new Habit[0];
            try (ScriptedImap server = ScriptedImap.secured(here.context(), habits);
                    ScriptedImap other = ScriptedImap.secured(elsewhere.context(), habits)) {
                server.deliver(mail("甲"));
                Mailbox mailbox = mailbox(server, Profile.GENERIC, security, "INBOX", Afterwards.NOTHING);
                assertThat(trouble(mailbox, null)).contains("证书不受信任");
                assertThat(trouble(mailbox, TrustedCertificates.sockets(here.pem()))).isNull();
                assertThat(trouble(mailbox(other, Profile.GENERIC, security, "INBOX", Afterwards.NOTHING),
                        TrustedCertificates.sockets(elsewhere.pem()))).contains("证书不是发给 127.0.0.1 的");
                assertThat(server.heard()).doesNotContainSequence("LOGIN", "LOGIN");
            }
        }
        assertThatThrownBy(() -> TrustedCertificates.sockets(folder.resolve("none.pem"))).hasMessageContaining("none.pem");
    }

    @Test
    void neverSignsInUnprotectedWhereProtectionIsWanted() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain()) {
            assertThat(trouble(mailbox(server, Profile.GENERIC, Security.STARTTLS, "INBOX", Afterwards.NOTHING), null))
                    .contains("STARTTLS");
            assertThat(trouble(mailbox(server, Profile.GENERIC, Security.TLS, "INBOX", Afterwards.NOTHING), null))
                    .contains("加密");
            assertThat(server.heard()).doesNotContain("LOGIN");
        }
    }

    @Test
    void saysInPlainWordsWhatIsWrong() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain(Habit.WRONG_PASSWORD)) {
            assertThat(trouble(mailbox(server, Profile.QQ), null)).contains("授权码失效", "expired");
        }
        try (ScriptedImap server = ScriptedImap.plain(Habit.WANTS_ID, Habit.NO_ID)) {
            assertThat(trouble(mailbox(server, Profile.GENERIC), null)).contains("Unsafe Login", "网易");
        }
        try (ScriptedImap server = ScriptedImap.plain()) {
            assertThat(trouble(mailbox(server, Profile.GENERIC, Security.NONE, "没有的", Afterwards.NOTHING), null))
                    .contains("没有文件夹“没有的”");
        }
        assertThat(trouble(mailbox("127.0.0.1", closedPort()), null)).contains("连接不上", "端口");
        assertThat(trouble(mailbox("mail.invalid", 143), null)).contains("找不到邮件服务器");
    }

    @Test
    void movesWithAndWithoutTheExtensions() throws Exception {
        for (boolean extensions : List.of(true, false)) {
            try (ScriptedImap server = extensions ? ScriptedImap.plain() : ScriptedImap.plain(Habit.NO_UIDPLUS)) {
                server.folder("Done");
                server.deliver(mail("甲"));
                server.deliver(mail("乙"));
                try (ImapConnection connection = ImapConnection.open(
                        mailbox(server, Profile.GENERIC, Security.NONE, "INBOX", Afterwards.MOVE), null, SHORT)) {
                    connection.inFolder(folder -> {
                        folder.move(List.of(1L), "Done");
                        return null;
                    });
                }
                assertThat(server.uids("Done")).hasSize(1);
                assertThat(extensions ? server.uids("INBOX") : server.deleted()).containsExactly(extensions ? 2L : 1L);
                assertThat(server.heard()).doesNotContain("EXPUNGE");
            }
        }
    }

    private static byte[] bytes(ImapFolder folder, ImapFolder.Listed mail) throws IOException {
        try (InputStream in = folder.open(mail)) {
            return in.readAllBytes();
        }
    }

    private static List<ImapFolder.Listed> after(ImapConnection connection, long uid) throws Exception {
        return connection.inFolder(folder -> folder.after(uid));
    }

    /** What is said of a visit; null if it went well. */
    private static String trouble(Mailbox mailbox, SSLSocketFactory trusted) {
        try (ImapConnection connection = ImapConnection.open(mailbox, trusted, SHORT)) {
            connection.inFolder(folder -> folder.raw(folder.after(0)));
            return null;
        } catch (MessagingException | IOException e) {
            return MailboxTrouble.inWords(e, mailbox);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static byte[] mail(String subject) {
        return ("Subject: " + subject + "\r\n\r\n" + "正文".repeat(50) + "\r\n").getBytes(UTF_8);
    }

    private static Mailbox mailbox(ScriptedImap server, Profile profile) {
        return mailbox(server, profile, Security.NONE, "INBOX", Afterwards.NOTHING);
    }

    private static Mailbox mailbox(String host, int port) {
        return new Mailbox("test", new Mailbox.Server(host, port, Security.NONE, Profile.GENERIC),
                new Mailbox.Account("office@example.cn", MailboxPassword.typed(ScriptedImap.PASSWORD), "INBOX"),
                new Mailbox.Habits(Duration.ofMinutes(2), true, Afterwards.NOTHING, null));
    }

    private static Mailbox mailbox(ScriptedImap server, Profile profile, Security security, String folder,
            Afterwards afterwards) {
        return new Mailbox("test", new Mailbox.Server("127.0.0.1", server.port(), security, profile),
                new Mailbox.Account("office@example.cn", MailboxPassword.typed(ScriptedImap.PASSWORD), folder),
                new Mailbox.Habits(Duration.ofMinutes(2), true, afterwards, null));
    }
}
