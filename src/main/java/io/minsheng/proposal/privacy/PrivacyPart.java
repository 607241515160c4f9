package io.minsheng.proposal.privacy;

import java.util.Arrays;
import java.util.List;

import io.minsheng.platform.text.LengthRule;

/** The parts of the notice on personal data: what the page says, and the short words at each place where people are asked. */
public enum PrivacyPart {

    LEAD("开头的话", ""),
    WEB("网上填写", "收集什么、为了什么"),
    EMAIL("电子邮件", "收集什么、为了什么"),
    LETTER("信函", "收集什么、为了什么"),
    DESK("现场和电话", "收集什么、为了什么"),
    SUPPORT("附议", "收集什么、为了什么"),
    EVERY("各种渠道", "收集什么、为了什么"),
    BASIS("依据，以及不收集什么", ""),
    SEEN("谁能看到", ""),
    KEPT("怎样保存，保存多久", ""),
    RIGHTS("您的权利", ""),
    DEVICE("这台设备上保存了什么", ""),
    SHORT_WEB("网上填写时", "填写姓名和联系方式的那一步，勾选同意之前。"),
    SHORT_EMAIL("受理回执邮件里", "邮件末尾，后面附本说明的网址。"),
    SHORT_PAPER("空白征集表上", "印在纸质和 docx 征集表上；不能有冒号，以免寄回后被当成栏目。"),
    SHORT_DESK("窗口和电话登记时", "工作人员照此告知，并印在窗口回执上。"),
    SHORT_SUPPORT("附议时", "附议表上，勾选同意之前。");

    private static final int LONG = 2_000;
    private static final int SHORT = 200;

    private final String label;
    private final String hint;

    PrivacyPart(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    /** What it is about; the heading on the page. */
    public String label() {
        return label;
    }

    /** Where it stands; empty if the label says it. */
    public String hint() {
        return hint;
    }

    /** Whether it stands where people are asked, and not on the page of the notice. */
    public boolean isShort() {
        return name().startsWith("SHORT_");
    }

    /** The most signs it may have. */
    public int most() {
        return isShort() ? SHORT : LONG;
    }

    /** What is collected by each way in, and why. */
    public static List<PrivacyPart> ways() {
        return List.of(WEB, EMAIL, LETTER, DESK, SUPPORT, EVERY);
    }

    /** What follows on the page, each under its own heading. */
    public static List<PrivacyPart> sections() {
        return List.of(SEEN, KEPT, RIGHTS, DEVICE);
    }

    /** The words at the places where people are asked. */
    public static List<PrivacyPart> shorts() {
        return Arrays.stream(values()).filter(PrivacyPart::isShort).toList();
    }

    /** Every part is needed: the law asks for all of it. */
    LengthRule rule() {
        return new LengthRule(name(), label, 4, most());
    }
}
