package io.minsheng.intake.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.minsheng.correspondence.Addresses;
import io.minsheng.intake.mail.reading.ReadMail;

/** Mails of machines, which must never be answered (RFC 3834): kept, and ignored with the reason. */
@Singleton
class LoopRules {

    /** Nothing is given back: a subject may begin with thousands of “re:”, and each try would lie on the stack. */
    private static final Pattern AUTOMATIC = Pattern.compile(
            "^[\\p{P}\\p{S}\\s]*+(?:(?:回复|答复|转发|回覆|轉發|re|fw|fwd)\\s*+[:：][\\p{P}\\p{S}\\s]*+)*+(?:自动回复|自动答复|自動回覆|系统退信|退信通知|投递失败|out of (?:the )?office|automatic reply|auto[- ]?reply|autoreply"
                    + "|undeliver(?:ed|able)|delivery (?:status notification|failure)|mail delivery failed|returned mail)",
            Pattern.CASE_INSENSITIVE);
    /** A machine may say so anywhere, and so may somebody who writes about machines. */
    private static final Pattern PERHAPS = Pattern.compile("自动回复|自动答复|自動回覆|系统退信|automatic reply|auto-?reply",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BULK = Pattern.compile("bulk|list|junk|auto_reply");

    private final Addresses addresses;

    LoopRules(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Why no person wrote it; empty if one may have. */
    Optional<String> reason(ReadMail mail) {
        String submitted = lower(mail.header("Auto-Submitted"));
        if (!submitted.isEmpty() && !submitted.split("[;\\s]", 2)[0].equals("no")) {
            return Optional.of("自动发出的邮件（Auto-Submitted）。");
        }
        if (BULK.matcher(lower(mail.header("Precedence"))).matches()) {
            return Optional.of("群发或自动邮件（Precedence）。");
        }
        if (mail.hasHeader("X-Auto-Response-Suppress")) {
            return Optional.of("声明不需要自动回复的系统邮件（X-Auto-Response-Suppress）。");
        }
        if (mail.headerNames().stream().anyMatch(each -> lower(each).startsWith("list-"))) {
            return Optional.of("邮件列表（List-*）。");
        }
        if (mail.hasHeader("Return-Path") && mail.header("Return-Path").replaceAll("[<>\\s]", "").isEmpty()) {
            return Optional.of("退信或系统通知（空的 Return-Path）。");
        }
        if (lower(mail.header("Content-Type")).startsWith("multipart/report")) {
            return Optional.of("退信或系统报告（multipart/report），不是对本系统所发邮件的有效退信。");
        }
        if (AUTOMATIC.matcher(mail.subject()).find()) {
            return Optional.of("自动回复或退信（主题）。");
        }
        return mail.sender().map(ReadMail.Sender::email).flatMap(this::ofAddress);
    }

    /** Why a person must say whether a machine wrote it; empty if nothing speaks for one. */
    Optional<String> doubt(ReadMail mail) {
        Matcher found = PERHAPS.matcher(mail.subject());
        return found.find() ? Optional.of("主题中有“" + found.group() + "”字样，可能是自动回复，请判断。") : Optional.empty();
    }

    private Optional<String> ofAddress(String email) {
        if (addresses.isOurs(email)) {
            return Optional.of("发件人是本单位的邮箱。");
        }
        return addresses.isMachine(email) ? Optional.of("发件人是系统地址。") : Optional.empty();
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
