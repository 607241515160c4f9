package io.minsheng.intake.mail.imap;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;

import io.minsheng.intake.mail.imap.MailboxSettings.Profile;

/** What is wrong with a mailbox, in words that say what to do. */
public final class MailboxTrouble {

    private MailboxTrouble() {
    }

    public static String inWords(Throwable thrown, Mailbox mailbox) {
        List<Throwable> causes = causesOf(thrown);
        String said = said(causes);
        if (said.toLowerCase(Locale.ROOT).contains("unsafe login")) {
            return "服务器认为登录不安全（Unsafe Login）。请把服务商选为“网易邮箱”，并在邮箱网页版确认已开启 IMAP 服务。";
        }
        if (said.contains("TRYCREATE") && mailbox.habits().moveTo() != null) {
            return withoutTarget(mailbox.habits().moveTo());
        }
        for (Throwable cause : causes) {
            String words = inWords(cause, said, mailbox);
            if (words != null) {
                return words;
            }
        }
        return said.contains("STARTTLS") ? "服务器不支持 STARTTLS，请改用 TLS（993 端口）。" : "收取邮件时出错。服务器答复：" + said;
    }

    /** Mails are fetched, but cannot be moved afterwards (RFC 3501, 6.4.7). */
    public static String withoutTarget(String folder) {
        return "邮件可以收取，但邮箱里没有要移到的文件夹“" + folder + "”，请先在邮箱中新建，或改正名称。";
    }

    private static String inWords(Throwable cause, String said, Mailbox mailbox) {
        Mailbox.Server server = mailbox.server();
        if (cause instanceof AuthenticationFailedException) {
            return "登录失败：" + (server.profile() == Profile.GENERIC ? "用户名或密码不正确，或者没有开启 IMAP 服务。"
                    : "授权码失效或不正确，或者没有开启 IMAP 服务。请在邮箱网页版重新生成授权码；这里填写授权码，不是网页登录的密码。")
                    + "服务器答复：" + cause.getMessage();
        }
        if (cause instanceof FolderNotFoundException) {
            return "没有文件夹“" + mailbox.folder() + "”，请核对名称。";
        }
        if (cause instanceof UnknownHostException) {
            return "找不到邮件服务器 " + server.host() + "，请核对地址和本机的域名解析。";
        }
        if (cause instanceof SSLException || cause instanceof CertificateException || said.contains("verify identity")) {
            return certificate(said, causesOf(cause), server);
        }
        // the library turns what breaks a running command into words
        if (cause instanceof SocketTimeoutException || said.contains("SocketTimeoutException")) {
            return "邮件服务器 " + server.host() + " 没有及时回应（超时）。请核对端口和加密方式，检查防火墙；服务器繁忙时稍后会自动再试。";
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return "连接不上 " + server.host() + " 的 " + server.port() + " 端口，请核对地址、端口和防火墙。";
        }
        if (cause instanceof SocketException || cause instanceof EOFException || said.contains("dropped by server")
                || said.contains("* BYE Jakarta Mail Exception")) {
            return "与邮件服务器的连接中断，稍后会自动再试。";
        }
        return null;
    }

    private static String certificate(String said, List<Throwable> causes, Mailbox.Server server) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (causes.stream().anyMatch(CertificateExpiredException.class::isInstance)) {
            return "邮件服务器的证书已过期，为安全起见没有登录。请联系邮箱服务商。";
        }
        if (lower.contains("verify identity") || lower.contains("subject alternative") || lower.contains("no name matching")) {
            return "邮件服务器的证书不是发给 " + server.host() + " 的，为安全起见没有登录。请核对服务器地址。";
        }
        if (lower.contains("pkix") || lower.contains("certification path") || lower.contains("trust")) {
            return "邮件服务器的证书不受信任（例如自签名），为安全起见没有登录。自建服务器的证书可用 MINSHENG_MAILBOX_CERTIFICATES 指定。";
        }
        return "没有建立加密连接：" + server.port() + " 端口可能不是" + server.security().name() + "，请核对端口和加密方式。";
    }

    private static List<Throwable> causesOf(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && causes.size() < 10; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static String said(List<Throwable> causes) {
        return String.join(" ", causes.stream().map(Throwable::getMessage).filter(each -> each != null).distinct().toList());
    }
}
