package io.minsheng.intake.mail;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;

/** What is wrong with the mailbox, in words that say what to do. */
final class MailboxTrouble {

    private MailboxTrouble() {
    }

    static String inWords(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationFailedException) {
                return "登录失败：用户名不正确，或者密码、授权码失效。请在邮箱网页版重新生成授权码。服务器答复：" + cause.getMessage();
            }
            if (cause instanceof FolderNotFoundException) {
                return "没有这个文件夹，请核对 MINSHENG_MAILBOX_FOLDER。";
            }
            if (cause instanceof UnknownHostException) {
                return "找不到邮件服务器，请核对 MINSHENG_MAILBOX_HOST 和网络。";
            }
            if (cause instanceof SSLException) {
                return "与邮件服务器的加密连接没有建立（证书不受信任，或端口与加密方式不符）：" + cause.getMessage();
            }
            if (cause instanceof SocketTimeoutException) {
                return "邮件服务器没有及时回应。";
            }
            if (cause instanceof ConnectException) {
                return "连接不上邮件服务器，请核对地址、端口和防火墙。";
            }
        }
        return "收取邮件时出错：" + thrown.getMessage();
    }
}
