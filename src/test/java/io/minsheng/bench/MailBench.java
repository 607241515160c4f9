package io.minsheng.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;

import io.minsheng.fixture.PackagedServer;
import io.minsheng.fixture.ScriptedImap;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * How fast a backlog of mails is worked off: from the first command of the server to the last mail decided, against fetching
 * the same mails with the same library and storing their bytes, one transaction each, and nothing else. A part of
 * {@link Bench}; its {@code main} measures this part alone.
 */
public final class MailBench {

    private static final int MAILS = 5_000;
    private static final int WARM_UP = 3_000;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PHRASE = "大足区2025年重点民生实事建议征集";
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final String url;
    private final PackagedServer server;
    private final String account;
    private final int mails;
    private final Random random = new Random(2025);

    /** @param account of this name, which its mails have in them, so that those of another are no copies */
    private MailBench(String url, PackagedServer server, String account, int mails) {
        this.url = url;
        this.server = server;
        this.account = account;
        this.mails = mails;
    }

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("minsheng-bench").resolve("data");
        try (EmbeddedPostgres postgres = Bench.durable()) {
            String url = Bench.database(postgres, "mails");
            try (PackagedServer server = Bench.server(data, url, "-Xms128m", "-Xmx512m", "-XX:+UseSerialGC")) {
                server.start();
                run(url, server);
            }
        }
    }

    /**
     * Both sides are warmed up with other mails first: the compiler needs a while for either. It is not done with the server
     * even then, which a second backlog shows.
     */
    static void run(String url, PackagedServer server) throws Exception {
        new MailBench(url, server, "warm", WARM_UP).run(", warming up");
        new MailBench(url, server, "bench", MAILS).run("");
        new MailBench(url, server, "again", MAILS).run(", once more");
    }

    private void run(String note) throws Exception {
        try (ScriptedImap mailbox = mailbox()) {
            double bare = mails / bare(mailbox);
            System.out.printf("mails fetched and stored as bytes:  %8.0f /s%s%n", bare, note);
            Cost before = Cost.now(url, server.pid());
            double whole = whole(mailbox);
            Cost after = Cost.now(url, server.pid());
            System.out.printf("backlog of %d mails, end to end:  %8.0f /s%s%n", mails, whole, note);
            System.out.printf("  of the rate of the bytes alone:  %8.3f    (aim: at least 0.3)%n", whole / bare);
            System.out.printf("  each costs:                      %s%n", after.since(before, mails));
        }
    }

    private ScriptedImap mailbox() throws IOException {
        ScriptedImap mailbox = ScriptedImap.plain();
        for (int i = 0; i < mails; i++) {
            mailbox.deliver(mail(i));
        }
        return mailbox;
    }

    private String address() {
        return account + "@example.cn";
    }

    /** Seconds. */
    private double bare(ScriptedImap mailbox) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.peek", "true");
        long began = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                Store store = Session.getInstance(properties).getStore("imap")) {
            statement
                    .execute(
                            "create schema if not exists bench; drop table if exists bench.mails; create table bench.mails (uid bigint primary key, raw bytea)");
            store.connect("127.0.0.1", mailbox.port(), address(), ScriptedImap.PASSWORD);
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            try (PreparedStatement insert = connection.prepareStatement("insert into bench.mails values (?, ?)")) {
                for (Message each : folder.getMessages()) {
                    ByteArrayOutputStream raw = new ByteArrayOutputStream();
                    each.writeTo(raw);
                    insert.setLong(1, each.getMessageNumber());
                    insert.setBytes(2, raw.toByteArray());
                    insert.executeUpdate();
                }
            }
            folder.close();
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** Mails a second; when they take too long, of those that were decided. */
    private double whole(ScriptedImap mailbox) throws Exception {
        long[] began = new long[1];
        mailbox.script((moment, command) -> {
            if (began[0] == 0) {
                began[0] = System.nanoTime();
            }
        });
        int status = server.post("/api/v1/mailbox/accounts", """
                {"host":"127.0.0.1","port":%d,"security":"NONE","username":"%s","password":"%s"}"""
                .formatted(mailbox.port(), address(), ScriptedImap.PASSWORD), "admin").statusCode();
        if (status != 201) {
            throw new IllegalStateException("the mailbox was answered with " + status);
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                PreparedStatement done = connection.prepareStatement(
                        "select count(*) from inbox_message where mailbox = ? and state not in ('NEW', 'FAILED')")) {
            done.setString(1, address());
            int decided = 0;
            while (decided < mails && System.nanoTime() < until) {
                // counting all costs the database some milliseconds
                TimeUnit.MILLISECONDS.sleep(250);
                decided = decided(done);
            }
            if (decided < mails) {
                System.out.printf("only %d of the mails were decided in %d minutes%n", decided, PATIENCE.toMinutes());
            }
            return decided / ((System.nanoTime() - began[0]) / 1e9);
        }
    }

    private static int decided(PreparedStatement done) throws Exception {
        try (ResultSet row = done.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Plain, HTML with a picture, GBK, a copy, from a machine, without the words. */
    private byte[] mail(int number) {
        int kind = number % 10;
        int of = kind == 7 ? number - 1 : number;
        String more = kind == 8 ? "Auto-Submitted: auto-replied\r\n" : "";
        String head = more + "Message-ID: <" + account + "-" + of + "@example.org>\r\nFrom: <" + account + of
                + "@example.org>\r\nTo: <" + address() + ">\r\nSubject: =?utf-8?B?"
                + oneLine((kind == 9 ? "没有那句话" : PHRASE + "：第" + of + "条建议").getBytes(UTF_8)) + "?=\r\nMIME-Version: 1.0\r\n";
        String text = "我们小区建成三十年，六层没有电梯，住着四十多位七十岁以上的老人，上下楼很困难。这是给" + account + "的第" + of + "封信。";
        if (kind == 3) {
            byte[] picture = new byte[40_000];
            random.nextBytes(picture);
            return (head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n"
                    + "Content-Transfer-Encoding: base64\r\n\r\n" + base64(("<p>" + text + "</p>").getBytes(UTF_8))
                    + "\r\n--b\r\nContent-Type: application/octet-stream; name=a.bin\r\nContent-Transfer-Encoding: base64\r\n"
                    + "Content-Disposition: attachment; filename=a.bin\r\n\r\n" + base64(picture) + "\r\n--b--\r\n")
                    .getBytes(UTF_8);
        }
        String charset = kind == 4 ? "gb2312" : "utf-8";
        return (head + "Content-Type: text/plain; charset=" + charset + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + base64(text.getBytes(kind == 4 ? GB18030 : UTF_8)) + "\r\n").getBytes(UTF_8);
    }

    private static String oneLine(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }
}
