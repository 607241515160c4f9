package io.minsheng.intake.mail.suggestion;

import java.util.Arrays;
import java.util.regex.Pattern;

import io.minsheng.platform.text.Texts;

/** How much the text of a mail says where something came along: 见附件 is no suggestion. */
enum CoveringNote {

    /** A greeting, 请查收, a name, nothing more. */
    NOTHING,
    /** A few words, and that more is in the attachment. */
    POINTS,
    /** Something of its own. */
    SAYS;

    private static final int CLAUSE = 20;
    private static final int SHORT = 80;
    private static final Pattern CLAUSES = Pattern.compile("[\\s　，,。．！!？?；;：:、~～（）()《》“”\"*_—-]+");
    private static final Pattern EMPTY = Pattern.compile(
            "附件|附上|附后|随信|随附|见附|查收|查阅|审阅|收阅|请阅|请看|过目|知悉|收悉|谢谢|感谢|辛苦|此致|敬礼|[您你]们?好|大家好|尊敬的|领导|同志|老师|如题|发自|转发|^(?:请|烦请|麻烦).{0,4}(?:处理|办理|登记|受理|转报|转办|转交|阅处|阅办)(?:一下|下)?$"
                    + "|^祝|^(?:这是|以下是|下面是)?(?:我们?(?:[写填提做]好?)?的?|本人的?)?(?:一?[份点条封])?(?:建议|意见|建议书|建议信|征集表|建议表|表格|提案)$|^(?:姓名|建议人|联系人|电话|手机|联系电话|联系方式|qq|微信|邮箱)|(?i:sent from|regards)");
    private static final Pattern SOMEBODY = Pattern
            .compile("\\p{IsHan}{2,3}|[\\p{IsHan}]{1,4}·[\\p{IsHan}·]{1,8}|[\\d年月日./+]+|[^\\s@]+@[^\\s@]+|[A-Za-z]{1,12}");

    /** Not 附近, where somebody lives. */
    private static final Pattern ATTACHED = Pattern.compile("附(?:件|上|后|表|图|文|录|页|寄|在)|[随见所]附");
    private static final Pattern FILE = Pattern
            .compile("扫描|手写|文档|征集表|建议表|建议书|申请表|填好|如图|见图|发给|发来|发送给|上传|(?i:pdf|word|excel)");

    /** What telephones and mail programs write below a mail. */
    private static final Pattern FOOTER = Pattern.compile(
            "(?m)^[ \\t\\u00A0—–-]*(?:从.{1,24}发送|来自.{0,24}(?:邮箱|邮件|大师|手机|iPhone|iPad|Android).{0,6}|获取.?Outlook.*|Get Outlook.*)[ \\t]*$");

    /** The same of a mail with which nothing came along. */
    static CoveringNote of(String text) {
        return of(text, false);
    }

    /**
     * @param whole without what is quoted
     * @param files whether any came along, of which other words may speak as well
     */
    static CoveringNote of(String whole, boolean files) {
        String text = FOOTER.matcher(whole).replaceAll("");
        boolean nothing = Arrays.stream(CLAUSES.split(text)).filter(each -> !each.isBlank())
                .allMatch(each -> Texts.codePoints(each) <= CLAUSE
                        && (EMPTY.matcher(each).find() || SOMEBODY.matcher(each).matches()));
        if (nothing) {
            return NOTHING;
        }
        boolean points = ATTACHED.matcher(text).find() || files && FILE.matcher(text).find();
        return points && Texts.codePoints(text) < SHORT ? POINTS : SAYS;
    }
}
